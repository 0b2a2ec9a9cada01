import fc from "fast-check";
import * as rules from "libphonenumber-js/min";
import { describe, expect, it } from "vitest";
import { checkPhone } from "@/components/checkout/phone-check";
import { phoneReadings } from "@/components/checkout/phone-readings";

describe("B12: a number that can be two numbers is neither", () => {
  it.each([
    ["DE", "4915123456789", ["+49 1512 3456789", "+49 491512 3456789"]],
    ["ID", "62812345678", ["+62 628-1234-5678", "+62 812-345-678"]],
    ["CO", "00573211234567", ["+57 321 1234567", "+7 321 123-45-67"]],
  ])("for %s, “%s”", async (country, text, expected) => {
    const check = await checkPhone(text, country);
    expect(check.kind).toBe("ambiguous");
    const digits = (all: readonly string[]) => all.map((one) => one.replace(/[^\d+]/g, "")).sort();
    expect(digits(check.kind === "ambiguous" ? check.readings : [])).toEqual(digits(expected));
  });

  it.each([
    ["DE", "+4915123456789", "+4915123456789"],
    ["DE", "0151 23456789", "+4915123456789"],
    ["DE", "004915123456789", "+4915123456789"],
    ["US", "00 1 201 555 0123", "+12015550123"],
    ["US", "1 201 555 0123", "+12015550123"],
    ["US", "201.555.0123", "+12015550123"],
    ["GB", "447400123456", "+447400123456"],
    ["IN", "91 98765 43210", "+919876543210"],
  ])("for %s, “%s” is one", async (country, text, e164) => {
    expect(await checkPhone(text, country)).toMatchObject({ kind: "ok", e164 });
  });

  // The same digits on the keyboards and in the address books of the world.
  it.each([
    ["ID", "٦٢٨١٢٣٤٥٦٧٨"],
    ["ID", "۶۲۸۱۲۳۴۵۶۷۸"],
    ["ID", "６２８１２３４５６７８"],
    ["ID", "62\u2011812\u2011345\u2011678"],
    ["ID", "62 812\u2013345\u2013678"],
    ["ID", "62\u00a0812\u202f345\u3000678"],
    ["ID", "[62] 812 345 678"],
    ["ID", "62812\u200b345678"],
    ["ID", "62812x345678"],
    ["ID", "\u202a62 812 345 678\u202c"],
    ["DE", "٤٩١٥١٢٣٤٥٦٧٨٩"],
  ])("for %s, “%s”, whatever its signs", async (country, text) => {
    expect((await checkPhone(text, country)).kind).not.toBe("ok");
  });

  it.each([
    ["TR", "\u202a+90 532 123 45 67\u202c", "+905321234567"],
    ["TR", "\u2066+90 532 123 45 67\u2069", "+905321234567"],
    ["TR", "٠٥٣٢ ١٢٣ ٤٥ ٦٧", "+905321234567"],
    ["TR", "＋９０ ５３２ １２３ ４５ ６７", "+905321234567"],
    ["TR", "0532\u2013123\u201345\u201367", "+905321234567"],
  ])("for %s, “%s” is one", async (country, text, e164) => {
    expect(await checkPhone(text, country)).toMatchObject({ kind: "ok", e164 });
  });

  // One digit too many, and the rules take five for the code of a long-distance carrier.
  it.each([
    ["CN", "113123456789"],
    ["CN", "+86 1 131 2345 6789"],
    ["KR", "085-5269-8351"],
    ["BR", "0 15 11 96123-4567"],
  ])("for %s, “%s” is none, for digits of it would be left out", async (country, text) => {
    expect(await checkPhone(text, country)).toEqual({ kind: "invalid" });
  });

  it("what stands between the digits never decides between two readings", async () => {
    const between = fc.constantFrom(
      ..." ()[]/.-~x",
      ..."\u00a0\u00ad\u200b\u2011\u2013\u2212\u2060\u30fc\uff0d",
    );
    await fc.assert(
      fc.asyncProperty(between, fc.integer({ min: 1, max: 10 }), async (sign, at) => {
        const text = `${"62812345678".slice(0, at)}${sign}${"62812345678".slice(at)}`;
        expect((await checkPhone(text, "ID")).kind).not.toBe("ok");
      }),
      { numRuns: 300 },
    );
  });

  it("two noughts name a country everywhere, also where another prefix is dialled", async () => {
    expect(await checkPhone("0044 7400 123456", "US")).toEqual({ kind: "wrong_country" });
  });

  it("the full form of a number is always that number, and never a reading of another", () => {
    const countries = fc.constantFrom<rules.CountryCode[]>(
      "US",
      "DE",
      "TR",
      "BR",
      "IN",
      "ID",
      "NG",
    );
    fc.assert(
      fc.property(countries, fc.stringMatching(/^[1-9]\d{7,12}$/), (country, national) => {
        const text = `+${rules.getCountryCallingCode(country)}${national}`;
        const found = phoneReadings(text, country, rules);
        expect(found.length).toBeLessThan(2);
        for (const { number } of found) expect(number.endsWith(national.slice(-7))).toBe(true);
      }),
    );
  });

  it("what is said of one reading is that reading, whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<rules.CountryCode[]>("US", "DE", "TR", "ID"),
        fc.stringMatching(/^0{0,2}\d{6,13}$/),
        async (country, text) => {
          const found = phoneReadings(text, country, rules);
          const check = await checkPhone(text, country);
          if (check.kind === "ok") expect(found.map(({ number }) => number)).toEqual([check.e164]);
          if (found.length > 1) expect(check.kind).toBe("ambiguous");
        },
      ),
    );
  });
});
