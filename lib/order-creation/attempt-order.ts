import "server-only";
import type { OrderBody } from "../contract/order-body";
import type { Identity } from "../cryptorefills/headers";
import type { Shop } from "../shop/schema";
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
 * One attempt to order: the limits and the guard of the partner key, and the order itself. A refusal by
 * the former comes before the order is sent.
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
    return await placeOrder(shop, body, identity, async () => {
      const stop = await admitOrder(shop, who, body.lines);
      if (stop) throw new Stopped(stop);
      await bind();
    });
  } catch (error) {
    if (error instanceof Stopped) return { kind: "refused", refusal: error.refusal };
    throw error;
  }
}
