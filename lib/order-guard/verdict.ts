import "server-only";
import { env } from "../env/server";
import type { Shop } from "../shop/schema";
import { alert } from "../telemetry/alert";
import { guardScope, hasPaidBefore } from "./ledger";
import { type Tally, tally } from "./tally";

/** `ask`: too few of the orders are paid, and this buyer is new. `stop`: the configured ceiling is reached. */
export type Verdict = "go" | "ask" | "stop";

/** What the ratio alone says: from `GUARD_FROM_ORDERS` on it is bad below `GUARD_MIN_PAID_PERCENT`. */
export function isBadRatio({ created, paid }: Tally): boolean {
  const { GUARD_FROM_ORDERS: from, GUARD_MIN_PAID_PERCENT: percent } = env();
  return created >= from && paid * 100 < created * percent;
}

/** Whether a buyer may have another order made with this partner key. */
export async function judge(
  shop: Shop,
  buyer: string,
  nowMs: number = Date.now(),
): Promise<Verdict> {
  const counted = await tally(guardScope(shop), nowMs);
  const unpaid = counted.created - counted.paid;
  const ceiling = env().GUARD_MAX_UNPAID;
  if (ceiling > 0 && unpaid >= ceiling) {
    alert("unpaid_ceiling", { shop: shop.id, count: unpaid });
    return "stop";
  }
  if (!isBadRatio(counted)) return "go";
  alert("unpaid_ratio", { shop: shop.id, count: unpaid });
  return (await hasPaidBefore(buyer)) ? "go" : "ask";
}
