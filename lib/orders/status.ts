import type { Phase } from "../contract/order-view";

/** How a phase is handled, whatever upstream called it. */
type Handling = {
  /** Whether a payment may be asked for at all. */
  payable: boolean;
  final: boolean;
  /** Whether the stream has anything to say. */
  stream: boolean;
  /** The pace without a stream; absent when nothing more will come. */
  pollSeconds?: number;
};

const waiting = { payable: false, final: false, stream: true } as const;
const over = { payable: false, final: true, stream: false } as const;

export const HANDLING: Readonly<Record<Phase, Handling>> = {
  preparing: { ...waiting, pollSeconds: 5 },
  awaiting_payment: { ...waiting, payable: true, pollSeconds: 7 },
  on_hold: { ...waiting, pollSeconds: 15 },
  verifying: { ...waiting, pollSeconds: 10 },
  partly_paid: { ...waiting, payable: true, pollSeconds: 7 },
  confirming: { ...waiting, pollSeconds: 10 },
  paid: { ...waiting, pollSeconds: 10 },
  delivering: { ...waiting, pollSeconds: 10 },
  review: { ...waiting, pollSeconds: 60 },
  done: over,
  // A late payment may still be found.
  expired: { payable: false, final: true, stream: false, pollSeconds: 60 },
  failed: over,
  setup_failed: over,
  refunded: over,
  canceled: over,
  unknown: { ...waiting, pollSeconds: 15 },
};

type Rule = { order: string; payment?: string; phase: Phase };

/**
 * Upstream's two axes as one phase; the first rule that fits counts. Words that are in no rule are
 * `unknown`: nothing is asked of the buyer then, and the order is watched on.
 */
const RULES: readonly Rule[] = [
  // What is done or paid back stays so, whatever the payment is called.
  { order: "Done", phase: "done" },
  { order: "Completed", phase: "done" },
  { order: "Refunded", phase: "refunded" },
  // Money that arrived comes before any word of failure: a person settles it.
  { order: "*", payment: "PaymentQuarantined", phase: "review" },
  { order: "ExpiredAfterPaymentDetection", phase: "review" },
  ...(["Expired", "PaymentFailed", "PaymentSetupFailed", "Canceled", "Cancelled"] as const).flatMap(
    (order): Rule[] => [
      { order, payment: "PaymentReceived", phase: "review" },
      { order, payment: "PaymentCompleted", phase: "review" },
    ],
  ),
  { order: "Expired", phase: "expired" },
  { order: "Canceled", phase: "canceled" },
  { order: "Cancelled", phase: "canceled" },
  { order: "PaymentFailed", phase: "failed" },
  { order: "PaymentSetupFailed", phase: "setup_failed" },
  { order: "WaitingForManualAction", phase: "review" },
  { order: "WaitingForRebuy", phase: "delivering" },
  { order: "WaitingForDelivery", phase: "delivering" },
  { order: "PaymentReceived", phase: "paid" },
  // The word for the payment is often the newer one: who has paid is never asked again.
  ...(["Created", "WaitingForPayment", "PartialPaymentStarted", "PaymentStarted"] as const).flatMap(
    (order): Rule[] => [
      { order, payment: "PaymentReceived", phase: "paid" },
      { order, payment: "PaymentCompleted", phase: "paid" },
    ],
  ),
  { order: "PaymentStarted", phase: "confirming" },
  { order: "Created", payment: "PaymentStarted", phase: "confirming" },
  { order: "Created", payment: "Expired", phase: "verifying" },
  { order: "Created", phase: "preparing" },
  { order: "WaitingForPayment", payment: "Expired", phase: "verifying" },
  { order: "WaitingForPayment", payment: "PaymentCanceled", phase: "verifying" },
  { order: "WaitingForPayment", payment: "PaymentStarted", phase: "confirming" },
  { order: "WaitingForPayment", payment: "WaitingForNFTCards", phase: "preparing" },
  { order: "PartialPaymentStarted", payment: "Expired", phase: "verifying" },
  { order: "PartialPaymentStarted", payment: "PaymentCanceled", phase: "verifying" },
  { order: "PartialPaymentStarted", payment: "PaymentStarted", phase: "partly_paid" },
  // Money is asked for only where both words are known and neither speaks against it.
  ...["WalletCreated", "PaymentRequested", ""].flatMap((payment): Rule[] => [
    { order: "WaitingForPayment", payment, phase: "awaiting_payment" },
    { order: "PartialPaymentStarted", payment, phase: "partly_paid" },
  ]),
];

export function phaseOf(orderState: string, paymentState: string): Phase {
  const rule = RULES.find(
    ({ order, payment }) =>
      (order === "*" || order === orderState) &&
      (payment === undefined || payment === paymentState),
  );
  return rule?.phase ?? "unknown";
}

/** How to keep watching an order. A finished one with something still to come is read for a while longer. */
export function watchOf(
  phase: Phase,
  isUnfinished: boolean,
): { stream: boolean; pollSeconds?: number } {
  const { stream, pollSeconds } = HANDLING[phase];
  if (phase === "done" && isUnfinished) return { stream, pollSeconds: 10 };
  return pollSeconds === undefined ? { stream } : { stream, pollSeconds };
}
