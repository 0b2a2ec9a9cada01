import { phoneReadings } from "./phone-readings";
import { plainNumber } from "./plain-number";

type PhoneCheck =
  | { kind: "ok"; e164: string; pretty: string }
  | { kind: "invalid" }
  /** It can be read in more than one way, each of them a whole number. */
  | { kind: "ambiguous"; readings: string[] }
  | { kind: "wrong_country" }
  /** The rules did not load: only the plain international form can be told from nonsense. */
  | { kind: "unchecked" };

/** Places that share a calling code and its operators with the country a product is sold for. */
const SAME_OPERATORS: Record<string, readonly string[]> = {
  AU: ["CC", "CX"],
  FI: ["AX"],
  GB: ["GG", "IM", "JE"],
  IT: ["VA"],
  MA: ["EH"],
  NO: ["SJ"],
  US: ["AS", "GU", "MP", "PR", "VI"],
};

/**
 * Reads a number as the brand's country writes it. The rules weigh more than the rest of the page
 * together, so they are loaded when a number is first checked.
 */
export async function checkPhone(typed: string, country: string): Promise<PhoneCheck> {
  const text = plainNumber(typed);
  const rules = await import("libphonenumber-js/min").catch(() => undefined);
  if (!rules) return withoutRules(text);
  if (!rules.isSupportedCountry(country)) return withoutRules(text);
  const readings = phoneReadings(text, country, rules);
  const [number] = readings;
  // A carrier's code is no part of a number that is topped up; it was some digits that were typed wrongly.
  const isCut = readings.some(({ carrierCode }) => carrierCode !== undefined);
  if (!number || number.ext || isCut) return { kind: "invalid" };
  if (readings.length > 1) {
    return { kind: "ambiguous", readings: readings.map((one) => one.formatInternational()) };
  }
  const fits =
    number.country === undefined
      ? number.countryCallingCode === rules.getCountryCallingCode(country)
      : number.country === country || SAME_OPERATORS[country]?.includes(number.country);
  if (!fits) return { kind: "wrong_country" };
  return { kind: "ok", e164: number.number, pretty: number.formatInternational() };
}

function withoutRules(text: string): PhoneCheck {
  const digits = text.replace(/[\s().-]/g, "");
  return /^\+[1-9]\d{6,14}$/.test(digits)
    ? { kind: "ok", e164: digits, pretty: digits }
    : { kind: "unchecked" };
}
