/** Languages that upstream has texts in; others get English. */
const UPSTREAM_LANGS = new Set(["en", "es", "de", "fr", "pt", "tr", "it", "zh", "vi", "tl"]);

export function upstreamLang(locale: string): string {
  const primary = locale.toLowerCase().split("-")[0] ?? "en";
  return UPSTREAM_LANGS.has(primary) ? primary : "en";
}
