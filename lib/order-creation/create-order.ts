import "server-only";
import { echoFaults } from "../checkout/echo-check";
import { toUpstreamOrder } from "../checkout/to-order";
import type { OrderBody } from "../contract/order-body";
import { createOrder } from "../cryptorefills/client";
import { UpstreamError } from "../cryptorefills/errors";
import type { Identity } from "../cryptorefills/headers";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";
import { describeError, log } from "../log";
import { sealReference } from "../order-access/reference";
import { keepOrder } from "../order-stream/read-order";
import { PRICE_TOLERANCE_BASIS_POINTS } from "../orders/hold";
import { exceedsBy } from "../payment/amount";
import type { Shop } from "../shop/schema";
import { checkOrder, refusalProblems } from "./check-order";
import type { AttemptResult } from "./idempotency";
import type { RawRefusal } from "./refusal";
import type { ResolvedLine } from "./resolve-lines";
import { withAcquisition } from "./with-acquisition";

type Attempt = AttemptResult<RawRefusal>;

/**
 * Makes one order upstream, at most once: checked first, sent, and never sent again. `bind` is called
 * right before it is sent.
 * @throws UpstreamError when upstream cannot be asked whether the order is right; nothing was sent then.
 */
export async function placeOrder(
  shop: Shop,
  body: OrderBody,
  identity: Identity,
  bind: () => Promise<void>,
): Promise<Attempt> {
  const { acceptedPrice, ...asked } = body;
  const checked = await checkOrder(shop, asked, identity);
  if (checked.kind === "brand_changed") return refused({ code: "brand_changed" });
  if (checked.kind === "problems") {
    return refused({ code: "order_refused", problems: checked.problems, lines: checked.lines });
  }
  const { total, lines } = checked;
  const dearer =
    acceptedPrice.coin !== total.coin ||
    exceedsBy(acceptedPrice.amount, total.amount, PRICE_TOLERANCE_BASIS_POINTS);
  if (dearer) {
    return refused({
      code: "price_changed",
      accepted: acceptedPrice.amount,
      actual: total.amount,
      coin: total.coin,
    });
  }
  await bind();
  try {
    const order = await createOrder(identity, toUpstreamOrder(withAcquisition(shop, asked), lines));
    return { kind: "created", reference: toReference(shop, body, lines, order) };
  } catch (error) {
    return afterFailure(error, lines);
  }
}

const refused = (refusal: RawRefusal): Attempt => ({ kind: "refused", refusal });

function toReference(
  shop: Shop,
  body: OrderBody,
  lines: readonly ResolvedLine[],
  order: UpstreamOrder,
): string {
  keepOrder(shop.id, order.order_id, order);
  const { payment, email, acceptedPrice } = body;
  const echoed =
    order.coin === payment.coin &&
    order.network.toLowerCase() === payment.network.toLowerCase() &&
    echoFaults(lines, order.deliveries).length === 0;
  if (!echoed) log.error({ event: "order_echo_differs", shop: shop.id });
  return sealReference(shop.id, {
    orderId: order.order_id,
    createdAtSeconds: Math.floor(order.created_at ?? Date.now() / 1000),
    email,
    acceptedTotal: acceptedPrice.amount,
    address: order.wallet_address ?? "",
    wrongEcho: !echoed,
  });
}

/** Only an answer that says no, or a request that was never sent, proves that no order was made. */
function afterFailure(error: unknown, lines: ResolvedLine[]): Attempt {
  if (!(error instanceof UpstreamError)) throw error;
  const problems = refusalProblems(error);
  if (problems) return refused({ code: "order_refused", problems, lines });
  const retryAfterSeconds = error.retryAfterSeconds ?? 10;
  if (error.kind === "rate-limited")
    return refused({ code: "too_many_requests", retryAfterSeconds });
  if (error.notSent) return refused({ code: "upstream_unavailable", retryAfterSeconds });
  log.error({ event: "order_outcome_unknown", error: describeError(error) });
  return { kind: "outcome_unknown" };
}
