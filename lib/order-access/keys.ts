import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "../env/server";

const PURPOSES = ["reference", "proof", "link", "mac"] as const;
type Purpose = (typeof PURPOSES)[number];

/** One generation of `ORDER_SECRET`. `id` tells which generation sealed something; it is no secret. */
export type KeyRing = { id: Buffer; keys: Record<Purpose, Buffer> };

export const KEY_ID_BYTES = 2;

const derive = (secret: Buffer, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", info, bytes));

export function keyRing(secret: Buffer): KeyRing {
  const keys = Object.fromEntries(
    PURPOSES.map((purpose) => [purpose, derive(secret, `storefront.${purpose}.v1`, 32)]),
  ) as Record<Purpose, Buffer>;
  return { id: derive(secret, "storefront.key-id.v1", KEY_ID_BYTES), keys };
}

const holder = globalThis as typeof globalThis & { __storefrontKeys?: KeyRing[] };

/** All generations, newest first; the newest seals, every one opens. */
export function keyRings(): [KeyRing, ...KeyRing[]] {
  holder.__storefrontKeys ??= env().ORDER_SECRET.map(keyRing);
  const [newest, ...older] = holder.__storefrontKeys;
  if (!newest) throw new Error("ORDER_SECRET holds no key");
  return [newest, ...older];
}

export function hmac(key: Buffer, ...parts: string[]): Buffer {
  const mac = createHmac("sha256", key);
  // Each part is preceded by its length, so that no two lists of parts share an input.
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
  return mac.digest();
}

export function sameBytes(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
