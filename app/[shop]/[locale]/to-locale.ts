import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";

/** The proxy lets no other locale through; the fallback is for the type. */
export function toLocale(value: string): Locale {
  return isLocale(value) ? value : LOCALES[0];
}
