import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { LOCALES } from "@/lib/i18n/locales";
import { flatMessages, parseMessage } from "../../support/flat-messages";

const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 101, 103, 111];

describe.each(LOCALES)("every message of %s", (locale) => {
  test("is filled as the full formatter of ICU does it", async () => {
    for (const [key, message] of await flatMessages(locale)) {
      const { names, plurals } = parseMessage(message);
      const counted = new Set(plurals.map(({ value }) => value));
      const full = createTranslator({ locale: formatLocale(locale), messages: { message } });
      for (const count of counted.size > 0 ? COUNTS : [1]) {
        const values = Object.fromEntries(
          names.map((name) => [name, counted.has(name) ? count : `<${name}>`]),
        );
        expect(fill(message, values, locale), key).toBe(full("message", values));
      }
    }
  });
});

test("plurals follow the rule of the language, a number that is named comes first", () => {
  const items = "{n, plural, =0 {nothing} one {# item} few {# items, few} other {# items}}";
  const read = (n: number, locale: string) => fill(items, { n }, locale);
  expect([0, 1, 2].map((n) => read(n, "en"))).toEqual(["nothing", "1 item", "2 items"]);
  expect([1, 3, 5].map((n) => read(n, "pl"))).toEqual(["1 item", "3 items, few", "5 items"]);
  expect(read(21, "hr")).toBe("21 item");
});

test("other placeholders stand inside a plural, and several plurals in one message", () => {
  const message = "{a, plural, one {# of {b}} other {# of {b}}} and {c,plural,other{#}}.";
  expect(fill(message, { a: 1, b: "x", c: 2000 }, "en")).toBe("1 of x and 2,000.");
  expect(fill(message, { a: 1, b: "x", c: 2000 }, "de")).toBe("1 of x and 2.000.");
});

test("what is filled in is never read as a message", () => {
  expect(fill("{a} {b}", { a: "{b}", b: "$& {a}" })).toBe("{b} $& {a}");
  expect(fill("{n, plural, other {# {a}}}", { n: "$&", a: "{n}" }, "en")).toBe("$& {n}");
});

test("a count may come as a text; a placeholder without a value stays", () => {
  const message = "{max, plural, one {# day} other {# days}}";
  expect(fill(message, { max: "1" }, "en")).toBe("1 day");
  expect(fill(message, { max: "many" }, "en")).toBe("many days");
  expect(fill(message, {}, "en")).toBe(message);
  expect(fill("{gone} is gone, {here", {}, "en")).toBe("{gone} is gone, {here");
});
