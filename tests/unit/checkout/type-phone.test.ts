import fc from "fast-check";
import { AsYouType, type CountryCode, getCountries } from "libphonenumber-js/min";
import { describe, expect, it } from "vitest";
import { checkPhone } from "@/components/checkout/phone-check";
import { formatTyped } from "@/components/checkout/type-phone";

/** Types one letter after the other at the end, as a person does. */
const typeAll = (text: string, country: CountryCode) =>
  [...text].reduce((now, letter) => {
    const typed = now + letter;
    return formatTyped({ text: typed, caret: typed.length }, country, AsYouType).text;
  }, "");

describe("a number that is being typed", () => {
  it.each<[string, CountryCode, string]>([
    ["2015550123", "US", "(201) 555-0123"],
    ["+905321234567", "TR", "+90 532 123 45 67"],
    ["05321234567", "TR", "0532 123 45 67"],
    ["+4915123456789", "TR", "+49 1512 3456789"],
  ])("%s stands in the groups of its country", (digits, country, shown) => {
    expect(typeAll(digits, country)).toBe(shown);
  });

  it("keeps the caret behind the digit that it stood behind, wherever one types", () => {
    const digits = (text: string) => text.replace(/[^\d+]/g, "").length;
    const text = fc.stringMatching(/^\+?[\d ()-]{0,18}$/);
    fc.assert(
      fc.property(text, fc.nat(18), (written, at) => {
        const caret = Math.min(at, written.length);
        const next = formatTyped({ text: written, caret }, "TR", AsYouType);
        const kept = digits(next.text);
        const before = Math.min(digits(written.slice(0, caret)), kept);
        expect(digits(next.text.slice(0, next.caret))).toBe(before);
      }),
    );
  });

  // A code was written in front already when the whole number is pasted behind it.
  it.each(["+90 +905321234567", "0532+905321234567", "+"])("loses nothing of “%s”", (text) => {
    const signs = (one: string) => one.replace(/[^\d+]/g, "");
    const next = formatTyped({ text, caret: text.length }, "TR", AsYouType);
    expect(signs(next.text)).toBe(signs(text));
  });

  it("comes through in every country, whatever it begins with", () => {
    for (const country of getCountries()) {
      for (let number = 0; number < 100; number += 1) {
        for (const prefix of ["", "0", "00", "+"]) {
          const text = `${prefix}${number}`;
          const next = formatTyped({ text, caret: text.length }, country, AsYouType);
          expect(next.text.replace(/[^\d+]/g, "")).toBe(text);
        }
      }
    }
  });

  it.each(["call me", "+90 532 x12", "٠٥٣٢"])("“%s” is left as it is", (text) => {
    expect(formatTyped({ text, caret: 3 }, "TR", AsYouType)).toEqual({ text, caret: 3 });
  });
});

// What people paste and type for a Turkish operator, and what becomes of it.
describe("B12: a number is taken as it is meant or not at all", () => {
  it.each([
    ["0532 123 45 67", "+905321234567"],
    ["532 123 45 67", "+905321234567"],
    ["+90 (532) 123-45-67", "+905321234567"],
    ["00905321234567", "+905321234567"],
    ["90 532 123 45 67", "+905321234567"],
    ["0532.123.45.67", "+905321234567"],
    ["+49 1512 3456789", "wrong_country"],
    ["+1 201 555 0123", "wrong_country"],
    ["0532 123 45", "invalid"],
    ["0532 123 45 67 89", "invalid"],
    ["my number", "invalid"],
    ["", "invalid"],
  ])("“%s”", async (text, expected) => {
    const typed = formatTyped({ text, caret: text.length }, "TR", AsYouType).text;
    const check = await checkPhone(typed, "TR");
    expect(check.kind === "ok" ? check.e164 : check.kind).toBe(expected);
  });
});
