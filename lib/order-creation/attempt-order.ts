import "server-only";
import type { OrderBody } from "../contract/order-body";
import type { Identity } from "../cryptorefills/headers";
import type { Shop } from "../shop/schema";
import { type Applicant, admitBuyer, admitOrder } from "./admit";
import { placeOrder } from "./create-order";
import type { AttemptResult } from "./idempotency";
import { giveBack } from "./passed-challenge";
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
  const admission = await admitBuyer(shop, who);
  if (admission.refusal) return { kind: "refused", refusal: admission.refusal };
  let { pass } = admission;
  try {
    return await placeOrder(shop, body, identity, async () => {
      const stop = await admitOrder(shop, who, body.lines);
      if (stop) throw new Stopped(stop);
      await bind();
      pass = undefined;
    });
  } catch (error) {
    if (error instanceof Stopped) return { kind: "refused", refusal: error.refusal };
    throw error;
  } finally {
    if (pass) await giveBack(pass);
  }
}
