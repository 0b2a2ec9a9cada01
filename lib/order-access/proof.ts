import "server-only";
import type { Scope } from "../contract/order-access";
import { hmac, keyRings, sameBytes } from "./keys";

/** What a browser may do with one order. */
export type Proof = { scope: Scope; expiresAtSeconds: number; acceptedTotal?: string };

const PROOF_DAYS = 90;
const MAX_PROOFS = 20;
const NAME_START = "op_";

type CookieJar = ReadonlyMap<string, string>;
export type CookieToSet = { name: string; value: string; maxAgeSeconds: number };

/** `__Host-` and `Secure` always, except on http loopback, which the configuration alone allows. */
export const cookiePrefix = (shopUrl: string): string =>
  shopUrl.startsWith("https://") ? "__Host-" : "";

const nameOf = (key: Buffer, shopUrl: string, shopId: string, orderId: string): string => {
  const tag = hmac(key, "proof-name", shopId, orderId).subarray(0, 9);
  return `${cookiePrefix(shopUrl)}${NAME_START}${tag.toString("base64url")}`;
};

function macOf(key: Buffer, shopId: string, orderId: string, proof: Proof): Buffer {
  return hmac(
    key,
    "proof.v1",
    shopId,
    orderId,
    proof.scope,
    String(proof.expiresAtSeconds),
    proof.acceptedTotal ?? "",
  );
}

type ShopKey = { id: string; url: string };

/**
 * The cookies to set so that this browser may see an order: the new proof, and the oldest ones dropped.
 * What the browser already had is kept: opening one's own link for paying must not cost the codes, nor
 * a repeated request the price that was accepted.
 */
export function issueProof(
  shop: ShopKey,
  orderId: string,
  rights: { scope: Scope; acceptedTotal?: string },
  jar: CookieJar,
  nowMs: number,
): CookieToSet[] {
  const [ring] = keyRings();
  const maxAgeSeconds = PROOF_DAYS * 86_400;
  const known = findProof(shop, orderId, jar, nowMs);
  const acceptedTotal = rights.acceptedTotal ?? known?.acceptedTotal;
  const proof: Proof = {
    scope: known?.scope === "full" ? "full" : rights.scope,
    expiresAtSeconds: Math.floor(nowMs / 1000) + maxAgeSeconds,
    ...(acceptedTotal === undefined ? {} : { acceptedTotal }),
  };
  const name = nameOf(ring.keys.proof, shop.url, shop.id, orderId);
  const mac = macOf(ring.keys.proof, shop.id, orderId, proof).toString("base64url");
  const value = [proof.scope, proof.expiresAtSeconds, proof.acceptedTotal ?? "", mac].join("~");
  const start = `${cookiePrefix(shop.url)}${NAME_START}`;
  const others = [...jar]
    .filter(([other]) => other.startsWith(start) && other !== name)
    .map(([other, text]) => ({ other, expires: Number(text.split("~")[1]) || 0 }))
    .sort((left, right) => right.expires - left.expires)
    .slice(MAX_PROOFS - 1)
    .map(({ other }) => ({ name: other, value: "", maxAgeSeconds: 0 }));
  return [{ name, value, maxAgeSeconds }, ...others];
}

/** The valid proof that a browser holds for this very order on this very shop. */
export function findProof(
  shop: ShopKey,
  orderId: string,
  jar: CookieJar,
  nowMs: number,
): Proof | undefined {
  for (const ring of keyRings()) {
    const text = jar.get(nameOf(ring.keys.proof, shop.url, shop.id, orderId));
    const [scope, expires = "", accepted = "", mac = ""] = text?.split("~") ?? [];
    if (scope !== "full" && scope !== "pay") continue;
    const proof: Proof = {
      scope,
      expiresAtSeconds: Number(expires),
      ...(accepted === "" ? {} : { acceptedTotal: accepted }),
    };
    const right = macOf(ring.keys.proof, shop.id, orderId, proof);
    if (!sameBytes(right, Buffer.from(mac, "base64url"))) continue;
    if (proof.expiresAtSeconds * 1000 > nowMs) return proof;
  }
  return undefined;
}

/** Ends this browser's right to every order of the shop. */
export function dropAllProofs(shop: ShopKey, jar: CookieJar): CookieToSet[] {
  const start = `${cookiePrefix(shop.url)}${NAME_START}`;
  return [...jar.keys()]
    .filter((name) => name.startsWith(start))
    .map((name) => ({ name, value: "", maxAgeSeconds: 0 }));
}

/** Ends this browser's right to an order. */
export function dropProof(shop: ShopKey, orderId: string): CookieToSet[] {
  return keyRings().map((ring) => ({
    name: nameOf(ring.keys.proof, shop.url, shop.id, orderId),
    value: "",
    maxAgeSeconds: 0,
  }));
}
