import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { KEY_ID_BYTES, type KeyRing, keyRings } from "./keys";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Key id ‖ random nonce ‖ AES-256-GCM, as base64url. The same content never seals to the same text. */
export function seal(purpose: "reference" | "link", bound: string, content: unknown): string {
  const [ring] = keyRings();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", ring.keys[purpose], nonce);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(JSON.stringify(content), "utf8"), cipher.final()]);
  return Buffer.concat([ring.id, nonce, body, cipher.getAuthTag()]).toString("base64url");
}

/** What `seal` sealed under any generation of the secret, with that generation; else `undefined`. */
export function unseal(
  purpose: "reference" | "link",
  bound: string,
  text: string,
): { content: unknown; ring: KeyRing } | undefined {
  if (!/^[\w-]{40,1024}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64url");
  // A second spelling of the same bytes would be a second URL of the same order.
  if (bytes.toString("base64url") !== text) return undefined;
  const ring = keyRings().find((known) => known.id.equals(bytes.subarray(0, KEY_ID_BYTES)));
  if (!ring) return undefined;
  const nonce = bytes.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
  const body = bytes.subarray(KEY_ID_BYTES + NONCE_BYTES, -TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", ring.keys[purpose], nonce);
    decipher.setAAD(Buffer.from(bound));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    return { content: JSON.parse(plain), ring };
  } catch {
    // Forged, truncated, or sealed for another shop: all the same to the caller.
    return undefined;
  }
}
