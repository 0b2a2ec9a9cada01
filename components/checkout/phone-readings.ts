import type { CountryCode, PhoneNumber } from "libphonenumber-js/min";

type Rules = Pick<
  typeof import("libphonenumber-js/min"),
  "parsePhoneNumberFromString" | "getCountryCallingCode"
>;

/** Only digits and what people put between them; in other text no number is looked for. */
const DIGITS_ONLY = /^[\d\s()[\].\-/]+$/;

/**
 * Every whole number that a text can mean to somebody of a country: as it is dialled there, and, where no
 * plus says so, as one whose country code was written with two noughts or with nothing before it. More
 * than one is more than anybody may choose from silently: money would go to a stranger.
 */
export function phoneReadings(text: string, country: CountryCode, rules: Rules): PhoneNumber[] {
  const options = { defaultCountry: country, extract: false };
  const dialled = rules.parsePhoneNumberFromString(text, options);
  const read = [dialled];
  // The rules know more signs between digits than people do, and read the digits all the same.
  const isTaken = dialled !== undefined && !dialled.ext && !text.includes("+");
  if (isTaken || DIGITS_ONLY.test(text)) {
    const digits = text.replace(/\D/g, "");
    const named = digits.startsWith("00") ? digits.slice(2) : withCode(digits, country, rules);
    if (named) read.push(rules.parsePhoneNumberFromString(`+${named}`, options));
  }
  const valid = read.filter((number): number is PhoneNumber => number?.isValid() === true);
  return valid.filter(
    ({ number }, index) => valid.findIndex((other) => other.number === number) === index,
  );
}

const withCode = (digits: string, country: CountryCode, rules: Rules): string | undefined =>
  digits.startsWith(rules.getCountryCallingCode(country)) ? digits : undefined;
