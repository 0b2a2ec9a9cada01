import { passphraseKey } from "../device/passphrase-key";
import { normalPassphrase } from "./passphrase";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Belongs to version 1 of the link and is never read from one: a link could ask for years of work. Who
 * found a link may guess as long as they like, so a guess is made dear, about a second on a phone.
 */
const ROUNDS = 1_000_000;
const USAGES: KeyUsage[] = ["encrypt", "decrypt"];

export function keyOfLink(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, "AES-GCM", false, USAGES);
}

export function keyOfPassphrase(passphrase: string, salt: Bytes): Promise<CryptoKey> {
  return passphraseKey(normalPassphrase(passphrase), { salt, rounds: ROUNDS }, USAGES);
}
