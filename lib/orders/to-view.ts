import type { PaymentMethod } from "../contract/catalog";
import type { OrderPayment, OrderView, Phase } from "../contract/order-view";
import { httpsUrl } from "../https-url";
import { isAddressOf } from "../payment/address-check";
import { exceedsBy, isLess, isPositive, remainder } from "../payment/amount";
import { explorerUrl } from "../payment/explorers";
import { parseInvoice } from "../payment/lightning";
import { networkOf } from "../payment/networks";
import { presentPayment } from "../payment/payment-uri";
import { deadlineMs } from "./expiry";
import { maskEmail } from "./mask";
import { HANDLING, phaseOf, watchOf } from "./status";
import { toLine } from "./to-line";
import type { UpstreamOrder } from "./upstream-order";

type ViewContext = {
  reference: string;
  scope: OrderView["scope"];
  nowMs: number;
  window: { windowMinutes: number; marginMinutes: number };
  paymentMethods: readonly PaymentMethod[];
  /** What the buyer agreed to pay, in the coin. */
  acceptedTotal: string;
  wrongEcho: boolean;
  addressMatches(address: string): boolean;
  support: { email?: string | undefined; url?: string | undefined };
};

/** How much dearer than accepted an order may come back before the buyer is asked. */
export const PRICE_TOLERANCE_BASIS_POINTS = 50;

/**
 * What a browser may know of an order now. Codes are never in it; address, amount and request are in
 * it only while paying them is right.
 */
export function toOrderView(order: UpstreamOrder, context: ViewContext): OrderView {
  const upstreamPhase = phaseOf(order.order_state, order.payment_state);
  const deadline = deadlineMs({
    createdAtSeconds: order.created_at,
    paymentRequestedAtSeconds: order.payment_requested_at,
    ...context.window,
    invoiceExpiresAtSeconds: invoiceOf(order)?.expiresAtSeconds,
  });
  const asks = asksForMoney(upstreamPhase, order);
  const hold = asks ? holdOf(order, context) : undefined;
  const late = deadline !== undefined && deadline <= context.nowMs;
  const phase = hold ? "on_hold" : asks && late ? "verifying" : upstreamPhase;
  const done = phase === "done";
  const lines = order.deliveries.map((delivery) => toLine(delivery, done));
  const codesMissing =
    done &&
    lines.some(
      ({ state, revealable, deliversTo, reference }) =>
        state !== "failed" &&
        state !== "refunded" &&
        deliversTo === "email" &&
        !revealable &&
        !reference,
    );
  const before = order.original_price;
  return {
    reference: context.reference,
    scope: context.scope,
    phase,
    state: order.order_state,
    paymentState: order.payment_state,
    ...(order.created_at !== undefined && { createdAt: iso(order.created_at * 1000) }),
    serverNow: iso(context.nowMs),
    ...(HANDLING[phase].payable &&
      deadline !== undefined && {
        expiresAt: iso(deadline),
        secondsLeft: Math.max(0, Math.floor((deadline - context.nowMs) / 1000)),
      }),
    watch: watchOf(phase, codesMissing),
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

/** A payment provider's page may stand open before upstream calls the order payable. */
function asksForMoney(phase: Phase, order: UpstreamOrder): boolean {
  return HANDLING[phase].payable || (phase === "preparing" && order.checkout_url !== undefined);
}

const iso = (ms: number): string => new Date(ms).toISOString();

function invoiceOf({ coin, network, wallet_address: address = "" }: UpstreamOrder) {
  return networkOf(coin, network).format === "lightning" ? parseInvoice(address) : undefined;
}

/** A wallet pays what the invoice says, whatever the page says beside it. */
function invoiceAsksElse(order: UpstreamOrder, due: string): boolean {
  const amount = invoiceOf(order)?.amount;
  if (amount === undefined) return false;
  const [less, more] = isLess(amount, due) ? [amount, due] : [due, amount];
  return exceedsBy(less, more, PRICE_TOLERANCE_BASIS_POINTS);
}

type Hold = NonNullable<OrderPayment["hold"]>;

function holdOf(order: UpstreamOrder, context: ViewContext): Hold | undefined {
  const { acceptedTotal: accepted } = context;
  const { coin, network, wallet_address: address, coin_amount: actual } = order;
  if (address !== undefined && !context.addressMatches(address)) {
    return { reason: "address_changed" };
  }
  if (address && !isAddressOf(networkOf(coin, network).format, address)) {
    return { reason: "bad_address" };
  }
  if (context.wrongEcho || invoiceAsksElse(order, actual)) return { reason: "wrong_echo" };
  return exceedsBy(accepted, actual, PRICE_TOLERANCE_BASIS_POINTS)
    ? { reason: "price_changed", accepted, actual }
    : undefined;
}

function toPayment(
  order: UpstreamOrder,
  phase: Phase,
  hold: Hold | undefined,
  methods: readonly PaymentMethod[],
): OrderPayment {
  const { coin, network } = order;
  const received = order.sent_coin_amount;
  const missing = missingOf(order);
  const overpaid = remainder(received, order.coin_amount);
  const token = tokenOf(order, methods);
  const external = asksForMoney(phase, order) ? httpsUrl(order.checkout_url) : undefined;
  const original = order.original_payment_info;
  return {
    coin,
    network,
    ...askFor(order, phase, missing, token),
    received,
    ...(phase === "partly_paid" && missing !== undefined && { missing }),
    ...(overpaid !== undefined && { overpaid }),
    transactions: order.payment_transactions.map((hash) => {
      const url = explorerUrl("transaction", coin, network, hash);
      return { hash, ...(url !== undefined && { url }) };
    }),
    ...(external !== undefined && { checkoutUrl: external }),
    ...(original && {
      original: { coin: original.coin, network: original.protocol.replace(/_LIKE$/, "") },
    }),
    ...(hold && { hold }),
  };
}

/** The one token that upstream names for the order; two that are both real leave none to be sure of. */
function tokenOf(
  { coin, network }: UpstreamOrder,
  methods: readonly PaymentMethod[],
): PaymentMethod["token"] {
  const rows = methods.filter(
    (method) =>
      method.coin === coin &&
      method.network.toLowerCase() === network.toLowerCase() &&
      method.token !== undefined,
  );
  const [first, ...others] = rows;
  const agreed = others.every(({ token }) => token?.address === first?.token?.address);
  return agreed && rows.every(({ verifiedToken }) => verifiedToken) ? first?.token : undefined;
}

type Asked = Pick<
  OrderPayment,
  "address" | "amount" | "qr" | "uri" | "uriKind" | "addressFormat" | "token" | "explorerUrl"
>;

/** The pay block, or nothing of it: both the address and an amount, while the phase allows paying. */
function askFor(
  order: UpstreamOrder,
  phase: Phase,
  missing: string | undefined,
  token: PaymentMethod["token"],
): Asked {
  const { coin, network, wallet_address: address } = order;
  const nothing: Asked = { uriKind: "none", addressFormat: networkOf(coin, network).format };
  const due = phase === "partly_paid" ? missing : order.coin_amount;
  if (!HANDLING[phase].payable || !address || due === undefined || !isPositive(due)) return nothing;
  if (invoiceAsksElse(order, due)) return nothing;
  const presented = presentPayment({
    coin,
    network,
    address,
    amount: due,
    token,
    qrText: order.qr_text,
  });
  const explorer = explorerUrl("address", coin, network, address);
  return {
    address,
    amount: order.coin_amount,
    ...presented,
    ...(token && { token }),
    ...(explorer !== undefined && { explorerUrl: explorer }),
  };
}

/** Upstream's own figure where it gives one that can be: never more than the order costs. */
function missingOf(order: UpstreamOrder): string | undefined {
  const { missing_amount: stated, coin_amount: due, sent_coin_amount: received } = order;
  if (stated !== undefined && isPositive(stated) && !isLess(due, stated)) return stated;
  return remainder(due, received);
}
