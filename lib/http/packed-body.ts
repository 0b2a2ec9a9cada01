import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";

type Encoding = "br" | "gzip";

const MAX_BYTES = 24_000_000;
/** Below it packing costs more than it spares. */
const WORTH_CHARACTERS = 1_000;
/** Better than what can be afforded for every request, since it is done once for each text. */
const BROTLI_QUALITY = 6;

const holder = globalThis as typeof globalThis & {
  __storefrontPacked?: LRUCache<string, Uint8Array<ArrayBuffer>>;
};

const PACK: Readonly<Record<Encoding, (text: string) => Uint8Array>> = {
  br: (text) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (text) => gzipSync(text),
};

/** The best encoding that a browser takes; one with `q=0` is refused by it. */
function encodingOf(accepted: string | null): Encoding | undefined {
  const taken = (accepted ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(";", 1)[0]);
  return (["br", "gzip"] as const).find((encoding) => taken.includes(encoding));
}

/** A text as a browser takes it, packed once for all who ask; nothing where it is not worth it. */
export function packedBody(
  accepted: string | null,
  text: string,
  etag: string,
): { encoding: Encoding; bytes: Uint8Array<ArrayBuffer> } | undefined {
  const encoding = encodingOf(accepted);
  if (!encoding || text.length < WORTH_CHARACTERS) return undefined;
  holder.__storefrontPacked ??= new LRUCache({
    maxSize: MAX_BYTES,
    sizeCalculation: (bytes) => bytes.byteLength,
  });
  const key = `${encoding} ${etag}`;
  const known = holder.__storefrontPacked.get(key);
  if (known) return { encoding, bytes: known };
  const bytes = new Uint8Array(PACK[encoding](text));
  holder.__storefrontPacked.set(key, bytes);
  return { encoding, bytes };
}
