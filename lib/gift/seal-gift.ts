import { headerOf, IV_BYTES, KEY_BYTES, SALT_BYTES, writeEnvelope } from "./envelope";
import type { Gift } from "./gift";
import { keyOfLink, keyOfPassphrase } from "./gift-key";

const LEAST_BYTES = 512;
const STEP_BYTES = 256;

/** The fragment of a link that holds a gift; with a passphrase the link alone does not open it. */
export async function sealGift(gift: Gift, passphrase?: string): Promise<string> {
  const locked = passphrase !== undefined;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const secret = crypto.getRandomValues(new Uint8Array(locked ? SALT_BYTES : KEY_BYTES));
  const key = await (locked ? keyOfPassphrase(passphrase, secret) : keyOfLink(secret));
  const how = { name: "AES-GCM", iv, additionalData: headerOf({ locked }) };
  const sealed = await crypto.subtle.encrypt(how, key, padded(JSON.stringify(gift)));
  return writeEnvelope({ locked, iv, secret, sealed: new Uint8Array(sealed) });
}

/** Spaces behind it mean nothing to JSON, and they make a link with few words as long as one without. */
function padded(json: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(json);
  const steps = Math.ceil(Math.max(0, text.length - LEAST_BYTES) / STEP_BYTES);
  const whole = new Uint8Array(LEAST_BYTES + steps * STEP_BYTES).fill(0x20);
  whole.set(text);
  return whole;
}
