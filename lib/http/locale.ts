import { isLocale, LOCALES, type Locale, matchLocale } from "../i18n/locales";
import { preferredLanguages } from "../i18n/preferred-languages";

/** The best supported language of an Accept-Language header, else the shop's own. */
export function negotiateLocale(header: string | null, shopLocale?: string): Locale {
  for (const preferred of preferredLanguages(header)) {
    const match = matchLocale(preferred);
    if (match) return match;
  }
  return isLocale(shopLocale) ? shopLocale : LOCALES[0];
}

/** The language of a reply: `?lang=`, else the header. */
export function requestLocale(request: Request, shopLocale?: string): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  return isLocale(asked ?? undefined)
    ? (asked as Locale)
    : negotiateLocale(request.headers.get("accept-language"), shopLocale);
}
