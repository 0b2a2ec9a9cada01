import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";
import { preferredLanguages } from "@/lib/i18n/preferred-languages";

/** The best supported language of an Accept-Language header. */
export function negotiateLocale(header: string | null): Locale {
  for (const preferred of preferredLanguages(header)) {
    const tag = preferred.toLowerCase();
    const primary = tag.split("-")[0];
    const match = LOCALES.find((locale) => locale.toLowerCase() === tag) ?? primary;
    if (isLocale(match)) return match;
  }
  return LOCALES[0];
}

/** The language of a reply: `?lang=`, else the header. */
export function requestLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  return isLocale(asked ?? undefined)
    ? (asked as Locale)
    : negotiateLocale(request.headers.get("accept-language"));
}
