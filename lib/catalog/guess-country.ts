import { preferredLanguages } from "../i18n/preferred-languages";
import { isCountryCode } from "./countries";

type Hints = {
  /** What the buyer chose last time. */
  remembered?: string | undefined;
  /** What a proxy in front says. */
  geo?: string | null | undefined;
  acceptLanguage: string | null;
  fallback: string;
};

/** The country that a first visit goes to. A guess: it is shown, and one click changes it. */
export function guessCountry({ remembered, geo, acceptLanguage, fallback }: Hints): string {
  const regions = preferredLanguages(acceptLanguage).map(regionOf);
  const candidates = [remembered, geo, ...regions].map((value) => value?.toUpperCase());
  return candidates.find((value) => value !== undefined && isCountryCode(value)) ?? fallback;
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    // A malformed tag says nothing about the country.
    return undefined;
  }
}
