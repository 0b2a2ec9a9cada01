import { describe, expect, test } from "vitest";
import { toUpstreamOrder } from "@/lib/checkout/to-order";
import type { ValidationBody } from "@/lib/contract/order-body";
import { LOCALES } from "@/lib/i18n/locales";
import { upstreamLang } from "@/lib/i18n/upstream-lang";

/** What upstream documents and its clients have seen answered. */
const SUPPORTED = ["en", "es", "de", "fr", "pt", "tr", "it", "zh", "vi", "tl"];

describe("the language that upstream is asked in", () => {
  test.each(LOCALES)("is one that it knows, on a page in %s", (locale) => {
    expect(SUPPORTED).toContain(upstreamLang(locale));
  });

  test.each([
    ["pt-BR", "pt"],
    ["PT-br", "pt"],
    ["tr", "tr"],
    ["zh-Hant-TW", "zh"],
    ["ar", "en"],
    ["fa", "en"],
    ["", "en"],
    ["__proto__", "en"],
  ])("for %s is %s", (locale, lang) => {
    expect(upstreamLang(locale)).toBe(lang);
  });

  test.each([
    ["pt-BR", "pt"],
    ["ar", "en"],
    ["de", "de"],
  ])("of an order made on a page in %s is %s", (lang, sent) => {
    const body: ValidationBody = {
      lines: [],
      email: "buyer@example.com",
      payment: { coin: "USDC", network: "Solana", via: "USER_WALLET" },
      lang,
      newsletter: false,
    };
    expect(toUpstreamOrder(body, []).lang).toBe(sent);
  });
});
