import { readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { pick } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { SAME_IN_EVERY_LANGUAGE, SAME_IN_SOME } from "./same-words";

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

function flatten(value: unknown, path = "", out = new Map<string, string>()) {
  if (typeof value === "string") out.set(path, value);
  else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      flatten(member, path === "" ? key : `${path}.${key}`, out);
    }
  }
  return out;
}

const read = async (locale: Locale) => flatten(await loadMessages(locale));
const parse = (text: string, locale: string) => new IntlMessageFormat(text, locale).getAst();

/** Everything in a message that is no text: arguments, tags, and the plural with its categories. */
function holes(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if ("options" in part && part.options) {
      return [part.value, ...Object.values(part.options).flatMap(({ value }) => holes(value))];
    }
    if ("children" in part && part.children) return [`<${part.value}>`, ...holes(part.children)];
    return part.type === 1 ? [part.value] : [];
  });
}
const plurals = (parts: readonly Part[]) => parts.filter((part) => "options" in part);
const distinct = (values: readonly string[]) => [...new Set(values)].sort();

const [first, ...others] = LOCALES;
const base = await read(first);

describe.each(others)("%s", async (locale) => {
  const messages = await read(locale);

  test("has the same keys as the first language, and none of them empty", () => {
    expect(distinct([...messages.keys()])).toEqual(distinct([...base.keys()]));
    for (const [key, text] of messages) expect(text.trim(), key).not.toBe("");
  });

  test("has the same placeholders and tags in every message", () => {
    for (const [key, text] of base) {
      const other = messages.get(key) ?? "";
      expect(distinct(holes(parse(other, locale))), key).toEqual(
        distinct(holes(parse(text, first))),
      );
    }
  });

  test("has left nothing in the first language", () => {
    const same = [...messages].filter(([key, text]) => {
      const letters = text.replace(/\{\w+\}/g, "").replace(/[^\p{L}]/gu, "");
      return letters.length > 1 && base.get(key) === text;
    });
    const allowed: readonly string[] = [...SAME_IN_EVERY_LANGUAGE, ...(SAME_IN_SOME[locale] ?? [])];
    expect(same.map(([key]) => key).filter((key) => !allowed.includes(key))).toEqual([]);
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
