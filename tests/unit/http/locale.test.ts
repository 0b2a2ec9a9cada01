import { expect, test } from "vitest";
import { negotiateLocale, requestLocale } from "@/lib/http/locale";

test.each([
  ["tr", "tr"],
  ["tr-TR,tr;q=0.9,en;q=0.8", "tr"],
  ["en;q=0.4, tr;q=0.9", "tr"],
  ["nl-BE, it;q=0.9, tr;q=0.1", "tr"],
  ["de-AT, fr;q=0.9", "de"],
  ["ar-EG", "ar"],
  ["pt-PT", "pt-BR"],
  ["pt-br", "pt-BR"],
  ["pt", "pt-BR"],
  ["TR", "tr"],
  ["nl", "en"],
  ["nl, tr;q=0", "en"],
  ["tr;q=0, de;q=0.1", "de"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  [";;;,,,q=", "en"],
])("a browser that likes %j gets %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test("the language that a page asks for comes before the browser's, if there is one", () => {
  const ask = (query: string) =>
    requestLocale(
      new Request(`http://localhost/x${query}`, { headers: { "accept-language": "tr" } }),
    );
  expect(ask("?lang=en")).toBe("en");
  expect(ask("?lang=xx")).toBe("tr");
  expect(ask("")).toBe("tr");
});
