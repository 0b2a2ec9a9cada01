import type { Region } from "./narrow-plans";

/** Names upstream's codes of places; not all of them are countries, and those name themselves. */
export function regionNames(locale: string): (code: string) => Region {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const isRegion = /^([A-Z]{2}|\d{3})$/;
  return (code) => ({ code, name: (isRegion.test(code) && names.of(code)) || code });
}
