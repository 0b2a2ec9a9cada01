/** Letters that carry no mark to strip, and still are typed as another one. */
const LETTERS: Record<string, string> = {
  ı: "i",
  ø: "o",
  đ: "d",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** A text as a search compares it: without case, marks and punctuation. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ıøđłßæœ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}

/**
 * How well a folded name answers a folded query; higher is better, 0 is no answer. A name that begins
 * with the query comes before one with a word that does, and that before one that only contains it.
 */
export function matchRank(name: string, query: string): number {
  if (name === query) return 4;
  if (name.startsWith(query)) return 3;
  if (name.includes(` ${query}`)) return 2;
  return name.includes(query) ? 1 : 0;
}
