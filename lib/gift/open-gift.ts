import { type Envelope, headerOf } from "./envelope";
import { type Gift, parseGift } from "./gift";
import { keyOfLink, keyOfPassphrase } from "./gift-key";

export type OpenedGift = { ok: true; gift: Gift } | { ok: false; why: "broken" | "passphrase" };

/** Opens what a link carries. What comes out may have been made by anybody, so it is read as such. */
export async function openGift(envelope: Envelope, passphrase = ""): Promise<OpenedGift> {
  const { locked, iv, secret, sealed } = envelope;
  const key = await (locked ? keyOfPassphrase(passphrase, secret) : keyOfLink(secret));
  const how = { name: "AES-GCM", iv, additionalData: headerOf(envelope) };
  let bytes: ArrayBuffer;
  try {
    bytes = await crypto.subtle.decrypt(how, key, sealed);
  } catch {
    // The checksum held, so of a locked gift only the passphrase can be wrong, or somebody forged it.
    return { ok: false, why: locked ? "passphrase" : "broken" };
  }
  const gift = parseGift(jsonOf(bytes));
  return gift ? { ok: true, gift } : { ok: false, why: "broken" };
}

function jsonOf(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Text that is no JSON is no gift, and the schema says so.
    return undefined;
  }
}
