/** What the pictures' font has: Latin with its accents, and common punctuation. */
const UNPRINTABLE =
  /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u0148\u014a-\u017f\u2013\u2014\u2018-\u201a\u201c\u201d\u2026\u20ac\u2122]+/g;

/**
 * A text without the characters that the pictures' font lacks. The drawing library would fetch a font
 * or an emoji from somebody else's server for each of them.
 */
export function printable(text: string): string {
  return text.normalize("NFC").replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();
}

/** The first of the texts that the font has in full, else what it has of the last. */
export function firstPrintable(...texts: string[]): string {
  return texts.find((text) => printable(text) === text) ?? printable(texts.at(-1) ?? "");
}
