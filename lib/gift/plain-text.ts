/** Turns of the writing direction that go on until they are ended: with them a text can pass for another. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** What nobody can see, and what is no character at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Characters as Unicode counts them: an emoji is one, however many units it takes. */
export const countCharacters = (text: string): number => [...text].length;

/** Somebody's words as plain text: line breaks stay, at most one empty line at a time. */
export function plainWords(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(TURNS, "")
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, "")
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Whether a text is just what one sees of it, as a code that is typed off must be. */
export const isSeenWhole = (text: string): boolean => !UNSEEN.test(text);
