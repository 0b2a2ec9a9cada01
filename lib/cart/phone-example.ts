import type { CountryCode } from "libphonenumber-js/min";
import { getExampleNumber, isSupportedCountry } from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";

/** How a mobile number of a country looks; the table is for the server, it is too big for a page. */
export function phoneExample(country: string): string | undefined {
  if (!isSupportedCountry(country)) return undefined;
  return getExampleNumber(country satisfies CountryCode, examples)?.formatInternational();
}
