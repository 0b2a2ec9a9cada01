import type { PaymentMethod } from "../contract/catalog";
import type { LineView, OrderView } from "../contract/order-view";
import { isLess } from "../payment/amount";
import { deadlineMs } from "./expiry";
import { type Agreed, asksForMoney, holdOf, invoiceOf } from "./hold";
import { maskEmail } from "./mask";
import { HANDLING, phaseOf, watchOf } from "./status";
import { toLine } from "./to-line";
import { toPayment } from "./to-payment";
import type { UpstreamOrder } from "./upstream-order";

type ViewContext = Agreed & {
  reference: string;
  scope: OrderView["scope"];
  nowMs: number;
  /** From the reference; it counts when upstream names no time that can be read. */
  createdAtSeconds: number;
  window: { windowMinutes: number; marginMinutes: number };
  paymentMethods: readonly PaymentMethod[];
  support: { email?: string | undefined; url?: string | undefined };
};

/**
 * What a browser may know of an order now. Codes are never in it; address, amount and request are in
 * it only while paying them is right.
 */
export function toOrderView(order: UpstreamOrder, context: ViewContext): OrderView {
  const upstreamPhase = phaseOf(order.order_state, order.payment_state);
  const deadline = deadlineMs({
    createdAtSeconds: order.created_at ?? context.createdAtSeconds,
    paymentRequestedAtSeconds: order.payment_requested_at,
    ...context.window,
    invoiceExpiresAtSeconds: invoiceOf(order)?.expiresAtSeconds,
  });
  const asks = asksForMoney(upstreamPhase, order);
  const hold = asks ? holdOf(order, upstreamPhase, context) : undefined;
  const late = deadline <= context.nowMs;
  const phase = hold ? "on_hold" : asks && late ? "verifying" : upstreamPhase;
  const done = phase === "done";
  const lines = order.deliveries.map((delivery) => toLine(delivery, done));
  const isUnfinished = done && lines.some(isAwaited);
  const before = order.original_price;
  return {
    reference: context.reference,
    scope: context.scope,
    phase,
    state: order.order_state,
    paymentState: order.payment_state,
    ...(order.created_at !== undefined && { createdAt: iso(order.created_at * 1000) }),
    serverNow: iso(context.nowMs),
    ...(HANDLING[phase].payable && {
      expiresAt: iso(deadline),
      secondsLeft: Math.max(0, Math.floor((deadline - context.nowMs) / 1000)),
    }),
    watch: watchOf(phase, isUnfinished),
    final: HANDLING[phase].final,
    payment: toPayment(order, phase, hold, context.paymentMethods),
    lines,
    emailMasked: maskEmail(order.user?.email ?? ""),
    totals: {
      due: { amount: order.coin_amount, coin: order.coin },
      ...(before !== undefined &&
        isLess(order.coin_amount, before) && { before: { amount: before, coin: order.coin } }),
    },
    ...(order.refund_wallet_address && { refundAddress: order.refund_wallet_address }),
    support: context.support,
  };
}

/** What is still to come of a finished order: a line that has not arrived, or the code of one that has. */
function isAwaited({ state, deliversTo, revealable, reference }: LineView): boolean {
  if (state === "failed" || state === "refunded") return false;
  return state !== "delivered" || (deliversTo === "email" && !revealable && !reference);
}

const iso = (ms: number): string => new Date(ms).toISOString();
