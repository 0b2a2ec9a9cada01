import { newSalt, PASSPHRASE_ROUNDS, passphraseKey } from "./passphrase-key";
import { VAULT_CURVE } from "./record-seal";

type PublicPart = { id: string; publicKey: Uint8Array<ArrayBuffer> };
type WrappedKey = {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
};

/** The vault's key pair as it is kept: the private half unexportable, or wrapped by a passphrase. */
export type OpenKeys = PublicPart & { privateKey: CryptoKey };
export type WrappedKeys = PublicPart & { wrapped: WrappedKey };
export type VaultKeys = OpenKeys | WrappedKeys;

const USES: KeyUsage[] = ["deriveBits"];
const IV_BYTES = 12;

export const isWrapped = (keys: VaultKeys): keys is WrappedKeys => "wrapped" in keys;

/** A fresh pair. With a passphrase, what is kept is useless without it. */
export async function makeKeys(
  passphrase?: string,
): Promise<{ kept: VaultKeys; privateKey: CryptoKey }> {
  const { subtle } = crypto;
  const wrap = passphrase !== undefined;
  const pair = await subtle.generateKey(VAULT_CURVE, wrap, USES);
  const publicKey = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  const id = crypto.randomUUID();
  if (!wrap)
    return { kept: { id, publicKey, privateKey: pair.privateKey }, privateKey: pair.privateKey };

  const salt = newSalt();
  const rounds = PASSPHRASE_ROUNDS;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await passphraseKey(passphrase, { salt, rounds }, ["wrapKey", "unwrapKey"]);
  const data = await subtle.wrapKey("pkcs8", pair.privateKey, key, { name: "AES-GCM", iv });
  // The pair above can be exported; what stays in memory is the same key made unexportable.
  const privateKey = await unwrap({ salt, rounds, iv, data }, key);
  return { kept: { id, publicKey, wrapped: { salt, rounds, iv, data } }, privateKey };
}

/** The private key, or `undefined` for a wrong passphrase. */
export async function unwrapKeys(
  { wrapped }: WrappedKeys,
  passphrase: string,
): Promise<CryptoKey | undefined> {
  const key = await passphraseKey(passphrase, wrapped, ["unwrapKey"]);
  // The cipher's own check fails for any other passphrase.
  return unwrap(wrapped, key).catch(() => undefined);
}

const unwrap = ({ iv, data }: WrappedKey, key: CryptoKey): Promise<CryptoKey> =>
  crypto.subtle.unwrapKey("pkcs8", data, key, { name: "AES-GCM", iv }, VAULT_CURVE, false, USES);
