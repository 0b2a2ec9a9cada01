import "server-only";
import type { RecoveryRequest, Scope } from "../contract/order-access";
import type { Identity } from "../cryptorefills/headers";
import { describeError, log } from "../log";
import { findReference } from "../order-guard/ledger";
import { askForRights } from "../order-stream/hub";
import { readOrder } from "../order-stream/read-order";
import type { Shop } from "../shop/schema";
import { openLink } from "./link";
import { type CookieToSet, findProof, issueProof } from "./proof";
import { type OrderGrant, openReference, sealReference } from "./reference";

/** Every failure takes this long, so that none tells what was wrong. */
export const FAILURE_MS = 1_200;
/**
 * The same for a number of the seller's, which upstream has to be asked about: long enough for a slow
 * upstream that lives. It depends on nothing but the kind of request, which the asker chose; a time
 * that followed upstream's pace would tell a number that exists from one that does not.
 */
export const SELLER_FAILURE_MS = 6_000;

type Recovered = { reference: string; cookies: CookieToSet[] };
type Found = { reference: string; grant: OrderGrant; scope: Scope };

/**
 * Gives this browser the right to an order, or `undefined` after the one fixed time. An upstream that
 * takes longer still counts as a failure, or its pace would tell; the next try finds what it read
 * meanwhile.
 */
export async function recover(
  shop: Shop,
  request: RecoveryRequest,
  jar: ReadonlyMap<string, string>,
  identity: () => Identity,
): Promise<Recovered | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>((resolve) => {
    const ms = "orderNumber" in request ? SELLER_FAILURE_MS : FAILURE_MS;
    timer = setTimeout(resolve, ms, undefined);
  });
  const found = await Promise.race([find(shop, request, identity), deadline]);
  if (!found) return deadline;
  clearTimeout(timer);
  const { reference, scope } = found;
  const { orderId } = found.grant;
  const now = Date.now();
  const known = findProof(shop, orderId, jar, now);
  // The browser's other tabs may stream with the lesser right that it had.
  if (known?.scope === "pay" && scope === "full") askForRights(shop.id, orderId);
  return { reference, cookies: issueProof(shop, orderId, { scope }, jar, now) };
}

async function find(
  shop: Shop,
  request: RecoveryRequest,
  identity: () => Identity,
): Promise<Found | undefined> {
  if ("token" in request) {
    const link = openLink(shop.id, request.token, Date.now());
    const grant = link && openReference(shop.id, link.reference);
    return grant && { reference: link.reference, grant, scope: link.scope };
  }
  if ("reference" in request) {
    const grant = openReference(shop.id, request.reference);
    if (!grant?.emailMatches(request.email)) return undefined;
    return { reference: request.reference, grant, scope: "full" };
  }
  return byOrderNumber(shop, request, identity);
}

/** The seller's own order number stands in the seller's e-mail; it is compared with the order's address. */
async function byOrderNumber(
  shop: Shop,
  request: { orderNumber: string; email: string },
  identity: () => Identity,
): Promise<Found | undefined> {
  if (!/^[\w-]{8,64}$/.test(request.orderNumber)) return undefined;
  const order = await readOrder(shop.id, request.orderNumber, identity()).catch(() => undefined);
  const email = order?.user?.email;
  if (!order || !email) return undefined;
  const fresh = sealReference(shop.id, {
    orderId: order.order_id,
    createdAtSeconds: Math.floor(order.created_at ?? 0),
    email,
    acceptedTotal: order.coin_amount,
    address: order.wallet_address ?? "",
    wrongEcho: false,
    recovered: true,
  });
  const grant = openReference(shop.id, fresh);
  if (!grant?.emailMatches(request.email)) return undefined;
  return (await madeHere(shop, order.order_id)) ?? { reference: fresh, grant, scope: "full" };
}

/**
 * The order under its own reference: with what was agreed when it was made, and where this device keeps
 * what a wallet was asked. Without it the order opens, and is not to be paid.
 */
async function madeHere(shop: Shop, orderId: string): Promise<Found | undefined> {
  const reference = await findReference(shop.id, orderId).catch((error: unknown) => {
    log.warn({ event: "guard_failed", error: describeError(error) });
    return undefined;
  });
  const grant = reference === undefined ? undefined : openReference(shop.id, reference);
  if (reference === undefined || grant?.orderId !== orderId) return undefined;
  return { reference, grant, scope: "full" };
}
