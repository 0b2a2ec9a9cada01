import "server-only";
import { randomBytes } from "node:crypto";
import { hmac, keyRings, sameBytes } from "./keys";
import type { CookieToSet } from "./proof";

/** As long as somebody may look at a shop in a frame before ordering. */
const HOURS = 12;
const SCHEME = "Frame";
const ORDER_SCHEME = "Order";

const macOf = (key: Buffer, shopId: string, nonce: string, expires: string): string =>
  hmac(key, "frame-pass.v1", shopId, nonce, expires).toString("base64url");

/**
 * Stands in for the checkout's cookie in a frame on another site, where the shop gets and sets none: it
 * scopes idempotency keys to one page.
 */
export function issueFramePass(shopId: string, nowMs: number): string {
  const [ring] = keyRings();
  const nonce = randomBytes(18).toString("base64url");
  const expires = String(Math.floor(nowMs / 1000) + HOURS * 3600);
  return `${SCHEME} ${nonce}.${expires}.${macOf(ring.keys.proof, shopId, nonce, expires)}`;
}

/** The buyer that a pass names; nobody for one that is forged, of another shop, or over. */
export function readFramePass(
  shopId: string,
  authorization: string | null,
  nowMs: number,
): string | undefined {
  const [scheme, value = ""] = (authorization ?? "").split(" ");
  if (scheme !== SCHEME) return undefined;
  const [nonce = "", expires = "", mac = ""] = value.split(".");
  const right = keyRings().some(({ keys }) =>
    sameBytes(Buffer.from(macOf(keys.proof, shopId, nonce, expires)), Buffer.from(mac)),
  );
  return right && Number(expires) * 1000 > nowMs ? nonce : undefined;
}

/** A right to an order in the form in which a page holds it instead of a cookie. */
export function toOrderPass({ name, value }: Pick<CookieToSet, "name" | "value">): string {
  return `${ORDER_SCHEME} ${name}=${value}`;
}

/** The Cookie header that a page in a frame cannot send, where it sends its own right instead. */
export function orderPassOf(authorization: string | null): string | undefined {
  const [scheme, value] = (authorization ?? "").split(" ");
  return scheme === ORDER_SCHEME ? value : undefined;
}
