import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./accepted-encoding";

export type PackedText = {
  readonly plain: Uint8Array;
  /** Weak, because one tag names the plain and the packed form. */
  readonly etag: string;
  packed(encoding: Encoding): Promise<Uint8Array>;
};

/** Smaller than that, packing costs more bytes than it saves. */
const BYTES_MIN = 1_024;

const PACKERS: Record<Encoding, (plain: Uint8Array) => Promise<Uint8Array>> = {
  gzip: (plain) => promisify(gzip)(plain, { level: 9 }),
  // The highest levels of Brotli take a second for what this one packs in a hundredth.
  br: (plain) =>
    promisify(brotliCompress)(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
};

const known = new WeakMap<object, PackedText>();

/**
 * A text in every form that it is sent in, each made once and kept for as long as its source is.
 * @param source the object that the text is made of; it makes no other text.
 */
export function packedText(source: object, write: () => string): PackedText {
  const found = known.get(source);
  if (found) return found;
  const made = packText(write());
  known.set(source, made);
  return made;
}

/** A text in every form that it is sent in, each made when it is first asked for. */
export function packText(text: string): PackedText {
  const plain = new TextEncoder().encode(text);
  const forms: Partial<Record<Encoding, Promise<Uint8Array>>> = {};
  return {
    plain,
    etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    packed: (encoding) => {
      forms[encoding] ??=
        plain.length < BYTES_MIN ? Promise.resolve(plain) : PACKERS[encoding](plain);
      return forms[encoding];
    },
  };
}
