/** Adding a language is one line here and one folder in messages/. The first is the default. */
const LANGUAGES = {
  en: "English",
  es: "Español",
  "pt-BR": "Português (Brasil)",
  fr: "Français",
  de: "Deutsch",
  tr: "Türkçe",
  ar: "العربية",
} as const;

export type Locale = keyof typeof LANGUAGES;

/** Each language in its own words. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = LANGUAGES;
export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[] as readonly [
  "en",
  ...Exclude<Locale, "en">[],
];

export function isLocale(value: string | undefined): value is Locale {
  return value !== undefined && Object.hasOwn(LANGUAGES, value);
}

/** The language that serves somebody who asks for `tag`: that very one, or another form of the same. */
export function matchLocale(tag: string): Locale | undefined {
  const wanted = tag.toLowerCase();
  const primary = wanted.split("-")[0];
  return (
    LOCALES.find((locale) => locale.toLowerCase() === wanted) ??
    LOCALES.find((locale) => locale.toLowerCase() === primary) ??
    LOCALES.find((locale) => locale.toLowerCase().split("-")[0] === primary)
  );
}
