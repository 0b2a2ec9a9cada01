import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { directionOf } from "@/lib/i18n/direction";
import { LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { flatMessages, parseMessage } from "../../support/flat-messages";
import {
  COUNTED_WITHOUT_PLURAL,
  NOUNS_STAY,
  SAME_IN_EVERY_LANGUAGE,
  SAME_IN_SOME,
} from "./same-words";

const [first] = LOCALES;

/** The plural categories that whole numbers of a size that a shop counts to fall into. */
function categoriesOf(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  const counts = Array.from({ length: 10_000 }, (_, count) => count);
  return [...new Set(counts.map((count) => rules.select(count)))];
}

describe.each(LOCALES)("the messages of %s", (locale) => {
  test("have the keys and placeholders of the first language", async () => {
    const base = await flatMessages(first);
    const own = await flatMessages(locale);
    expect([...own.keys()].sort()).toEqual([...base.keys()].sort());
    for (const [key, text] of base) {
      expect(parseMessage(own.get(key) ?? "").names, key).toEqual(parseMessage(text).names);
      expect(own.get(key)?.trim(), key).not.toBe("");
    }
  });

  test("use nothing of ICU but placeholders and plurals", async () => {
    for (const [key, text] of await flatMessages(locale)) {
      expect(parseMessage(text).foreign, key).toEqual([]);
      // ICU would take the apostrophe for an escape, and a page that shows the message as it is would not.
      expect(text, key).not.toMatch(/'[{}#'<]/);
    }
  });

  test("word every plural for all counts of the language", async () => {
    const needed = categoriesOf(locale);
    for (const [key, text] of await flatMessages(locale)) {
      for (const { options } of parseMessage(text).plurals) {
        expect(Object.keys(options), key).toEqual(expect.arrayContaining([...needed, "other"]));
      }
    }
  });
});

describe.each(LOCALES.slice(1))("%s", (locale) => {
  test("leaves nothing in the first language", async () => {
    const base = await flatMessages(first);
    const allowed = [...SAME_IN_EVERY_LANGUAGE, ...(SAME_IN_SOME[locale] ?? [])];
    const same = [...(await flatMessages(locale))].filter(([key, text]) => {
      const letters = text.replace(/\{\w+\}/g, "").replace(/[^\p{L}]/gu, "");
      return letters.length > 1 && base.get(key) === text && !allowed.includes(key);
    });
    expect(same).toEqual([]);
  });
});

const COUNTING = LOCALES.slice(1).filter((locale) => !NOUNS_STAY.includes(locale));

describe.each(COUNTING)("%s", (locale) => {
  test("counts by a plural what the first one does", async () => {
    const own = await flatMessages(locale);
    const countedBy = (text = "") => parseMessage(text).plurals.map(({ value }) => value);
    const uncounted = [...(await flatMessages(first))].filter(([key, text]) =>
      countedBy(text).some((name) => !countedBy(own.get(key)).includes(name)),
    );
    const allowed = COUNTED_WITHOUT_PLURAL[locale] ?? [];
    expect(uncounted.map(([key]) => key).sort()).toEqual([...allowed].sort());
  });
});

const FROM_THE_RIGHT = LOCALES.filter((locale) => directionOf(locale) === "rtl");

/** What a line from the right would tear apart: an amount with its coin, a phone number, a dialled code. */
const LEFT_TO_RIGHT =
  /\{(amount|due|missing|held|needed)\} \{(coin|dueCoin)\}|\{(numbers?|phone|target|price|discount)\}|\*#06#|SM-DP\+/g;

describe.each(FROM_THE_RIGHT)("%s, written from the right", (locale) => {
  test("keeps amounts, phone numbers and codes in their own order", async () => {
    let seen = 0;
    for (const [key, text] of await flatMessages(locale)) {
      if (key.startsWith("doctor.")) continue;
      for (const { 0: part, index } of text.matchAll(LEFT_TO_RIGHT)) {
        const around = text.slice(index - 1, index + part.length + 1);
        expect(around, key).toBe(`\u2066${part}\u2069`);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });
});

test("every file of messages is loaded, in every language", async () => {
  const loaded = Object.keys(await loadMessages(first)).map((name) => `${name}.json`);
  for (const locale of LOCALES) {
    expect(readdirSync(`messages/${locale}`).sort(), locale).toEqual(loaded.sort());
  }
  expect(readdirSync("messages").sort()).toEqual([...LOCALES].sort());
});
