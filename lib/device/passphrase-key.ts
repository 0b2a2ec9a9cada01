/**
 * Rounds of PBKDF2 with SHA-256. About half a second on a phone, which a person hardly notices and
 * somebody who guesses pays for every guess.
 */
export const PASSPHRASE_ROUNDS = 600_000;
export const PASSPHRASE_MIN = 10;

const SALT_BYTES = 16;

export const newSalt = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(SALT_BYTES));

/** The key that a passphrase stands for. Composed and decomposed letters are the same passphrase. */
export async function passphraseKey(
  passphrase: string,
  { salt, rounds }: { salt: Uint8Array<ArrayBuffer>; rounds: number },
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const base = await subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  return subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    usages,
  );
}
