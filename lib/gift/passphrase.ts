export const MIN_PASSPHRASE = 8;

/** Without characters that are mistaken for one another when they are written down or said. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const FAIR = 256 - (256 % ALPHABET.length);
const GROUPS = 3;
const GROUP = 4;

/** The same passphrase typed on another keyboard is the same one; capital letters count. */
export const normalPassphrase = (text: string): string =>
  text.normalize("NFKC").trim().replace(/\s+/g, " ");

export const isLongEnough = (text: string): boolean =>
  [...normalPassphrase(text)].length >= MIN_PASSPHRASE;

/** About 59 bits, in groups that can be told by phone. */
export function suggestPassphrase(): string {
  let letters = "";
  while (letters.length < GROUPS * GROUP) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < FAIR) letters += ALPHABET[byte % ALPHABET.length];
  }
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}
