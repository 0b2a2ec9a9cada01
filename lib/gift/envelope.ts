import { base64urlnopad } from "@scure/base";

type Bytes = Uint8Array<ArrayBuffer>;

/** What a link's fragment carries; `secret` is the key itself, or the salt of a passphrase. */
export type Envelope = { locked: boolean; iv: Bytes; secret: Bytes; sealed: Bytes };

export type EnvelopeReading =
  | { kind: "none" | "broken" | "newer" }
  | { kind: "sealed"; envelope: Envelope };

const VERSION = 1;
/** A later version would be a small number too; anything else is noise. */
const LAST_VERSION = 15;
export const IV_BYTES = 12;
export const KEY_BYTES = 32;
export const SALT_BYTES = 16;
const SUM_AT = 2;
const SUM_BYTES = 4;
const BODY_AT = SUM_AT + SUM_BYTES;
const TAG_BYTES = 16;
/** Longer than the longest gift; what is longer is not even decoded. */
const MAX_TEXT = 12_000;
const PREFIX = "#g=";

export const isGiftHash = (hash: string): boolean => hash.startsWith(PREFIX);

/** What is authenticated besides the sealed part: the version and how it is locked. */
export const headerOf = ({ locked }: Pick<Envelope, "locked">): Bytes =>
  Uint8Array.of(VERSION, locked ? 1 : 0);

/**
 * version (1 byte), lock (1), checksum (4), iv (12), key (32) or salt (16), sealed gift; all in base64url.
 * The checksum tells a link that lost a part on its way from a wrong passphrase. It protects nothing.
 */
export async function writeEnvelope(envelope: Envelope): Promise<string> {
  const header = headerOf(envelope);
  const body = joined([envelope.iv, envelope.secret, envelope.sealed]);
  const sum = await checksum(header, body);
  return PREFIX + base64urlnopad.encode(joined([header, sum, body]));
}

/** Reads what somebody's link carries. Signs behind it, such as the full stop of a sentence, do not count. */
export async function readEnvelope(hash: string): Promise<EnvelopeReading> {
  if (!isGiftHash(hash)) return { kind: "none" };
  if (hash.length > MAX_TEXT) return { kind: "broken" };
  const bytes = decoded(/^[\w-]*/.exec(hash.slice(PREFIX.length))?.[0] ?? "");
  const [version = 0, lock = 0] = bytes ?? [];
  if (version > VERSION && version <= LAST_VERSION) return { kind: "newer" };
  if (!bytes || version !== VERSION || lock > 1) return { kind: "broken" };
  const locked = lock === 1;
  const body = bytes.slice(BODY_AT);
  const sum = await checksum(bytes.slice(0, SUM_AT), body);
  if (!sum.every((byte, index) => byte === bytes[SUM_AT + index])) return { kind: "broken" };
  const sealedAt = IV_BYTES + (locked ? SALT_BYTES : KEY_BYTES);
  if (body.length <= sealedAt + TAG_BYTES) return { kind: "broken" };
  const envelope = {
    locked,
    iv: body.slice(0, IV_BYTES),
    secret: body.slice(IV_BYTES, sealedAt),
    sealed: body.slice(sealedAt),
  };
  return { kind: "sealed", envelope };
}

async function checksum(header: Bytes, body: Bytes): Promise<Bytes> {
  const digest = await crypto.subtle.digest("SHA-256", joined([header, body]));
  return new Uint8Array(digest, 0, SUM_BYTES);
}

function decoded(text: string): Bytes | undefined {
  try {
    return new Uint8Array(base64urlnopad.decode(text));
  } catch {
    // A cut may fall within a group of characters, which then says nothing.
    return undefined;
  }
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
