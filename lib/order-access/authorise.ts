import "server-only";
import type { Shop } from "../shop/schema";
import { findProof, type Proof } from "./proof";
import { type OrderGrant, openReference } from "./reference";

export type Access = { reference: string; grant: OrderGrant; proof: Proof };

/**
 * The one gate before anything of an order: a reference of this shop and this browser's proof for the
 * very same order. A wrong reference and a missing right are the same `undefined`.
 */
export function authorise(
  shop: Shop,
  reference: string,
  jar: ReadonlyMap<string, string>,
  nowMs = Date.now(),
): Access | undefined {
  const grant = openReference(shop.id, reference);
  if (!grant) return undefined;
  const proof = findProof(shop, grant.orderId, jar, nowMs);
  return proof && { reference, grant, proof };
}
