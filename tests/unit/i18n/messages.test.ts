import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { flatMessages, parseMessage } from "../../support/flat-messages";

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

describe.each(LOCALES)("a count in %s", async (locale) => {
  const counted = [...(await read(locale))].filter(([, text]) => text.includes(", plural,"));
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

  test("has words for every category of the language", () => {
    expect(counted.length).toBeGreaterThan(0);
    for (const [key, text] of counted) {
      for (const plural of plurals(parse(text, locale))) {
        const named = "options" in plural ? Object.keys(plural.options) : [];
        expect(distinct(named), key).toEqual(distinct(categories));
      }
    }
  });

  test("reads as the whole formatter of ICU's syntax would have it", () => {
    const tag = formatLocale(locale);
    for (const [key, text] of counted) {
      const whole = new IntlMessageFormat(text, tag);
      for (const count of [0, 1, 2, 3, 7, 11, 21, 99, 100, 101, 1_234, 1_000_000]) {
        expect(pick(count, text, locale), `${key} of ${count}`).toBe(whole.format({ count }));
      }
    }
  });
});

test("every file of messages is loaded, in every language", async () => {
  const loaded = Object.keys(await loadMessages(first)).map((name) => `${name}.json`);
  for (const locale of LOCALES) {
    expect(readdirSync(`messages/${locale}`).sort(), locale).toEqual(loaded.sort());
  }
  expect(readdirSync("messages").sort()).toEqual([...LOCALES].sort());
});
