import { base64 } from "@scure/base";
import { membersOf } from "../is-record";
import { newSalt, PASSPHRASE_ROUNDS, passphraseKey } from "./passphrase-key";

/** A value under a passphrase, as it may stand in a file. */
export type SealedJson = {
  kdf: "PBKDF2-SHA-256";
  rounds: number;
  salt: string;
  iv: string;
  data: string;
};

const IV_BYTES = 12;
/** Files of a former version stay readable when the number for new ones is raised. */
const ROUNDS_MIN = 600_000;
/** More rounds than this would only freeze the page of whoever opens a prepared file. */
const ROUNDS_MAX = 10_000_000;

/** The label says what the value is for; sealed for one purpose it does not open for another. */
export async function sealJson(
  passphrase: string,
  label: string,
  value: unknown,
): Promise<SealedJson> {
  const salt = newSalt();
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await passphraseKey(passphrase, { salt, rounds: PASSPHRASE_ROUNDS }, ["encrypt"]);
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: bound(label) },
    key,
    plain,
  );
  return {
    kdf: "PBKDF2-SHA-256",
    rounds: PASSPHRASE_ROUNDS,
    salt: base64.encode(salt),
    iv: base64.encode(iv),
    data: base64.encode(new Uint8Array(data)),
  };
}

/** What `sealJson` sealed, or `undefined` for another passphrase or a changed text. */
export async function openJson(
  passphrase: string,
  label: string,
  { rounds, salt, iv, data }: SealedJson,
): Promise<unknown> {
  try {
    const key = await passphraseKey(passphrase, { salt: bytes(salt), rounds }, ["decrypt"]);
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: bytes(iv), additionalData: bound(label) },
      key,
      bytes(data),
    );
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // A wrong passphrase and a changed text look the same, which is what the cipher is for.
    return undefined;
  }
}

export function isSealedJson(value: unknown): value is SealedJson {
  const { kdf, rounds, salt, iv, data } = membersOf(value);
  return (
    kdf === "PBKDF2-SHA-256" &&
    Number.isInteger(rounds) &&
    Number(rounds) >= ROUNDS_MIN &&
    Number(rounds) <= ROUNDS_MAX &&
    [salt, iv, data].every((text) => typeof text === "string")
  );
}

const bound = (label: string) => new TextEncoder().encode(label);
const bytes = (text: string) => new Uint8Array(base64.decode(text));
