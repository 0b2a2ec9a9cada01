import "server-only";
import type { OrderBody } from "../contract/order-body";
import type { Identity } from "../cryptorefills/headers";
import { describeError, log } from "../log";
import { openReference } from "../order-access/reference";
import { buyerKey, guardScope, noteCreated } from "../order-guard/ledger";
import { watchUnpaid } from "../order-guard/read-unwatched";
import { addToTally } from "../order-guard/tally";
import type { Shop } from "../shop/schema";
import { count } from "../telemetry/counters";
import { type Applicant, admitBuyer, admitOrder } from "./admit";
import { placeOrder } from "./create-order";
import type { AttemptResult } from "./idempotency";
import type { RawRefusal } from "./refusal";

type Attempt = AttemptResult<RawRefusal>;

class Stopped extends Error {
  readonly refusal: RawRefusal;

  constructor(refusal: RawRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * One attempt to order: the limits and the guard of the partner key, the order itself, and the entry in
 * the guard's ledger. A refusal by any of them comes before the order is sent.
 */
export async function attemptOrder(
  shop: Shop,
  body: OrderBody,
  identity: Identity,
  who: Applicant,
  bind: () => Promise<void>,
): Promise<Attempt> {
  const refusal = await admitBuyer(shop, who);
  if (refusal) return { kind: "refused", refusal };
  try {
    const result = await placeOrder(shop, body, identity, async () => {
      const stop = await admitOrder(shop, who, body.lines);
      if (stop) throw new Stopped(stop);
      await bind();
    });
    await remember(shop, who, result);
    return result;
  } catch (error) {
    if (error instanceof Stopped) return { kind: "refused", refusal: error.refusal };
    throw error;
  }
}

/** The order exists, or may: whatever goes wrong here must not hide that. */
async function remember(shop: Shop, who: Applicant, result: Attempt): Promise<void> {
  if (result.kind === "refused") return;
  count(result.kind === "created" ? "orders_created" : "orders_outcome_unknown");
  try {
    const orderId =
      result.kind === "created" ? openReference(shop.id, result.reference)?.orderId : undefined;
    if (result.kind !== "created" || orderId === undefined) {
      await addToTally(guardScope(shop), "created", Date.now());
      return;
    }
    const { reference } = result;
    await noteCreated(shop, { orderId, reference, buyer: buyerKey(who.cookie) });
    watchUnpaid();
  } catch (error) {
    log.warn({ event: "guard_failed", shop: shop.id, error: describeError(error) });
  }
}
