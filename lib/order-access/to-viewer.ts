import "server-only";
import { readPaymentMethods } from "../catalog/read-payment-methods";
import type { OrderView } from "../contract/order-view";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";
import { toOrderView } from "../orders/to-view";
import type { Shop } from "../shop/schema";
import type { Access } from "./authorise";

/**
 * What this viewer may see of an order now. Money rules need the payment methods (which token is the
 * real one); without them the view falls back to the bare address.
 */
export async function toViewer(
  shop: Shop,
  access: Access,
  order: UpstreamOrder,
  nowMs = Date.now(),
): Promise<OrderView> {
  const paymentMethods = await readPaymentMethods(shop).catch(() => []);
  return toOrderView(order, {
    reference: access.reference,
    scope: access.proof.scope,
    nowMs,
    createdAtSeconds: access.grant.createdAtSeconds,
    window: shop.payment,
    paymentMethods,
    acceptedTotal: access.proof.acceptedTotal ?? access.grant.acceptedTotal,
    wrongEcho: access.grant.wrongEcho,
    recovered: access.grant.recovered,
    addressMatches: access.grant.addressMatches,
    support: { email: shop.support.email, url: shop.support.url },
  });
}
