import { isLess, isPositive, remainder } from "../payment/amount";
import type { UpstreamOrder } from "./upstream-order";

/**
 * What a partly paid order still asks for: upstream's own figure where it can be. Nothing where it
 * cannot be told, for then the whole would be asked for a second time.
 */
export function missingOf(order: UpstreamOrder): string | undefined {
  const { missing_amount: stated, coin_amount: due, sent_coin_amount: received } = order;
  const rest = received === undefined ? undefined : remainder(due, received);
  if (rest === undefined) return undefined;
  const usable = stated !== undefined && isPositive(stated) && !isLess(rest, stated);
  const missing = usable ? stated : rest;
  return isLess(missing, due) ? missing : undefined;
}
