import { preferredLanguages } from "../i18n/preferred-languages";
import { isCountryCode } from "./countries";

type Hints = {
  /** What the buyer chose last time. */
  remembered?: string | undefined;
  /** What a proxy in front says. */
  geo?: string | null | undefined;
  acceptLanguage: string | null;
  fallback: string;
  /** Whether the shop sells in a country. */
  isSold?: (country: string) => boolean;
};

/** The country that a first visit goes to. A guess: it is shown, and one click changes it. */
export function guessCountry(hints: Hints): string {
  const { remembered, geo, acceptLanguage, fallback, isSold = () => true } = hints;
  const regions = preferredLanguages(acceptLanguage).map(regionOf);
  const candidates = [remembered, geo, ...regions].map((value) => value?.toUpperCase());
  const isGood = (value: string | undefined): value is string =>
    value !== undefined && isCountryCode(value) && isSold(value);
  return candidates.find(isGood) ?? fallback;
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    // A malformed tag says nothing about the country.
    return undefined;
  }
}
