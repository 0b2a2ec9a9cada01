import type { OrderView } from "@/lib/contract/order-view";

/** The order without anything to pay it by, as the server tells it once its time is up. */
export function withoutRequest(view: OrderView): OrderView {
  const { address: _a, amount: _b, qr: _c, uri: _d, explorerUrl: _e, ...rest } = view.payment;
  return { ...view, payment: { ...rest, uriKind: "none" } };
}
