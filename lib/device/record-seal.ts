/** One record as it lies on the disk. Nothing of it can be read without the vault's private key. */
export type SealedRecord = {
  /** The public half of a key pair that was made for this record alone. */
  from: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
};

export const VAULT_CURVE = { name: "ECDH", namedCurve: "P-256" } as const;

const IV_BYTES = 12;
const INFO = new TextEncoder().encode("orders-vault.v1");

/**
 * Seals a value so that only the holder of the private key can open it. The public key is enough to
 * seal, so a list that is locked still takes in new orders. The label is bound to the content: a
 * record that is moved to another place does not open there.
 */
export async function sealRecord(
  publicKey: Uint8Array<ArrayBuffer>,
  label: string,
  value: unknown,
): Promise<SealedRecord> {
  const { subtle } = crypto;
  const to = await subtle.importKey("raw", publicKey, VAULT_CURVE, false, []);
  const once = await subtle.generateKey(VAULT_CURVE, false, ["deriveBits"]);
  const from = new Uint8Array(await subtle.exportKey("raw", once.publicKey));
  const key = await recordKey(once.privateKey, to, from, "encrypt");
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: bound(label) },
    key,
    plain,
  );
  return { from, iv, data };
}

/** @throws when the record was changed, belongs elsewhere, or was sealed for another key. */
export async function openRecord(
  privateKey: CryptoKey,
  label: string,
  { from, iv, data }: SealedRecord,
): Promise<unknown> {
  const { subtle } = crypto;
  const sender = await subtle.importKey("raw", from, VAULT_CURVE, false, []);
  const key = await recordKey(privateKey, sender, from, "decrypt");
  const plain = await subtle.decrypt(
    { name: "AES-GCM", iv, additionalData: bound(label) },
    key,
    data,
  );
  return JSON.parse(new TextDecoder().decode(plain));
}

const bound = (label: string) => new TextEncoder().encode(label);

// public/offline-codes.js derives the same key to show kept codes without a connection.
async function recordKey(
  privateKey: CryptoKey,
  publicKey: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  usage: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const shared = await subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 256);
  const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  return subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info: INFO },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    [usage],
  );
}
