import "server-only";
import { describeError, log } from "../log";
import { openReference } from "../order-access/reference";
import { buyerKey, guardScope, noteCreated } from "../order-guard/ledger";
import { watchUnpaid } from "../order-guard/read-unwatched";
import { addToTally } from "../order-guard/tally";
import type { Shop } from "../shop/schema";
import { count } from "../telemetry/counters";
import type { AttemptResult } from "./idempotency";
import type { RawRefusal } from "./refusal";

/** The entry in the guard's ledger. The order exists, or may: whatever goes wrong here must not hide that. */
export async function rememberOrder(
  shop: Shop,
  cookie: string,
  result: AttemptResult<RawRefusal>,
): Promise<void> {
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
    await noteCreated(shop, { orderId, reference, buyer: buyerKey(cookie) });
    watchUnpaid();
  } catch (error) {
    log.warn({ event: "guard_failed", shop: shop.id, error: describeError(error) });
  }
}
