/** Shown above the whole list, in this order. */
export const POPULAR_COUNTRIES: readonly string[] = [
  "US",
  "GB",
  "DE",
  "FR",
  "IT",
  "ES",
  "NL",
  "TR",
  "BR",
  "IN",
  "NG",
  "CA",
];

/** Codes that people type although no standard has them as the country's own. */
export const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  US: "usa america",
  GB: "uk england scotland wales",
  AE: "uae dubai",
  NL: "holland",
  TR: "turkey",
  CZ: "czech republic",
  KR: "korea",
};
