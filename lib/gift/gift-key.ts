import { normalPassphrase } from "./passphrase";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Belongs to version 1 of the link and is never read from one: a link could ask for years of work. Who
 * found a link may guess as long as they like, so a guess is made dear, about a second on a phone.
 */
const ITERATIONS = 1_000_000;
const AES = { name: "AES-GCM", length: 256 } as const;

export function keyOfLink(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, AES, false, ["encrypt", "decrypt"]);
}

export async function keyOfPassphrase(passphrase: string, salt: Bytes): Promise<CryptoKey> {
  const text = new TextEncoder().encode(normalPassphrase(passphrase));
  const material = await crypto.subtle.importKey("raw", text, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS } as const;
  return crypto.subtle.deriveKey(how, material, AES, false, ["encrypt", "decrypt"]);
}
