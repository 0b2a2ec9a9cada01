import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";

/** The best supported language of an Accept-Language header. */
export function negotiateLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .slice(0, 20)
    .map((entry, index) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), weight: Number(weight ?? 1), index };
    })
    .sort((left, right) => right.weight - left.weight || left.index - right.index);
  for (const { tag } of wanted) {
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
