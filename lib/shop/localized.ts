/** A text in the page's language, else in the shop's own, else in the first one that it has. */
export function inLocale(
  texts: Readonly<Record<string, string>> | undefined,
  locale: string,
  shopLocale: string,
): string | undefined {
  if (!texts) return undefined;
  return texts[locale] ?? texts[shopLocale] ?? Object.values(texts)[0];
}
