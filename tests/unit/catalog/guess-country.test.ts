import { expect, test } from "vitest";
import { COUNTRY_CODES, countryName } from "@/lib/catalog/countries";
import { guessCountry } from "@/lib/catalog/guess-country";

const guess = (hints: Partial<Parameters<typeof guessCountry>[0]>) =>
  guessCountry({ acceptLanguage: null, fallback: "US", ...hints });

test.each([
  [
    "what the buyer chose before anything",
    { remembered: "de", geo: "FR", acceptLanguage: "tr-TR" },
    "DE",
  ],
  ["then where the proxy says", { geo: "FR", acceptLanguage: "tr-TR" }, "FR"],
  ["then the region of the language", { acceptLanguage: "tr-TR,en;q=0.8" }, "TR"],
  ["the language that is liked best counts", { acceptLanguage: "en;q=0.1,tr-TR" }, "TR"],
  ["a language without a region stands for its usual one", { acceptLanguage: "tr" }, "TR"],
  [
    "a country that is not sold in is passed over",
    { remembered: "IR", acceptLanguage: "de-AT" },
    "AT",
  ],
  ["nonsense is passed over", { remembered: "../x", geo: "XX", acceptLanguage: "!!,*" }, "US"],
] as const)("%s", (_name, hints, expected) => {
  expect(guess(hints)).toBe(expected);
});

test("all 233 countries have a name in both languages", () => {
  expect(new Set(COUNTRY_CODES).size).toBe(233);
  for (const code of COUNTRY_CODES) {
    expect(countryName(code, "en"), code).not.toBe(code);
    expect(countryName(code, "tr"), code).not.toBe(code);
  }
});
