import type { OrderView, RevealedDelivery } from "../contract/order-view";
import { toDeliveries } from "../orders/to-deliveries";
import { toOrderView } from "../orders/to-view";
import type { UpstreamOrder } from "../orders/upstream-order";
import { ADDRESSES, CODE, esim, giftCard, orderBody, TRANSACTION, topUp } from "./order-bodies";

type Context = Parameters<typeof toOrderView>[1];

type Fixture = {
  order?: Partial<UpstreamOrder>;
  context?: Partial<Context>;
  minutesOld?: number;
  /** What a wallet of this browser was asked to send; the transaction when it answered. */
  sent?: { hash?: string };
  /** The line is down, so the page shows its last good state. */
  offline?: true;
};

const METHODS: Context["paymentMethods"] = [
  {
    via: "USER_WALLET",
    coin: "USDC",
    network: "Solana",
    coinSuspended: false,
    networkSuspended: false,
    token: {
      address: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
      decimals: 6,
      symbol: "USDC",
    },
    verifiedToken: true,
  },
];

const received = { sent_coin_amount: "25.43", payment_transactions: [TRANSACTION] };
const partly = {
  order_state: "PartialPaymentStarted",
  payment_state: "PaymentStarted",
  sent_coin_amount: "15.2",
  missing_amount: "10.23",
  payment_transactions: [TRANSACTION],
};
const paid = { ...received, order_state: "PaymentReceived", payment_state: "PaymentReceived" };
const done = { ...paid, order_state: "Done" };
const delivered = giftCard("Succeeded", CODE);
const LATE_MINUTES = 28;

/** Every state that the page can be in, by name: what upstream says then, and when. */
const FIXTURES = {
  preparing: { order: { order_state: "Created", wallet_address: undefined } },
  pay: {},
  "pay-evm": {
    order: { coin: "ETH", network: "Base", coin_amount: "0.008123", wallet_address: ADDRESSES.evm },
  },
  "pay-bitcoin": {
    order: {
      coin: "BTC",
      network: "Mainnet",
      coin_amount: "0.00023417",
      wallet_address: ADDRESSES.bitcoin,
    },
  },
  "pay-soon-over": { minutesOld: 22 },
  sent: { sent: { hash: TRANSACTION } },
  "sent-unanswered": { sent: {} },
  "pay-external": {
    order: { wallet_address: undefined, checkout_url: "https://pay.example.com/session/1" },
  },
  "hold-price": { context: { acceptedTotal: "24.9" } },
  "hold-echo": { context: { wrongEcho: true } },
  "hold-address": { context: { addressMatches: () => false } },
  "hold-bad-address": { order: { wallet_address: ADDRESSES.evm } },
  "hold-unverified": { order: { ...partly, sent_coin_amount: undefined } },
  verifying: { minutesOld: LATE_MINUTES },
  "verifying-partly": { order: partly, minutesOld: LATE_MINUTES },
  "partly-paid": { order: partly },
  confirming: {
    order: {
      order_state: "PaymentStarted",
      payment_state: "PaymentStarted",
      payment_transactions: [TRANSACTION],
    },
  },
  paid: { order: paid },
  overpaid: { order: { ...paid, sent_coin_amount: "26" } },
  "wrong-coin": {
    order: { ...paid, original_payment_info: { coin: "USDT", protocol: "POLYGON_LIKE" } },
  },
  delivering: {
    order: {
      ...paid,
      order_state: "WaitingForDelivery",
      deliveries: [giftCard("WaitingForDelivery")],
    },
  },
  rebuy: {
    order: { ...paid, order_state: "WaitingForRebuy", deliveries: [giftCard("WaitingForRebuy")] },
  },
  review: {
    order: {
      ...paid,
      order_state: "WaitingForManualAction",
      deliveries: [giftCard("WaitingForManualAction")],
    },
  },
  done: { order: { ...done, deliveries: [delivered] } },
  "done-elsewhere": { order: { ...done, deliveries: [delivered] }, context: { scope: "pay" } },
  "done-link": {
    order: {
      ...done,
      deliveries: [
        giftCard("Succeeded", { pin_code: "https://redeem.example/claim/7q4f91bd2c00a7" }),
      ],
    },
  },
  "done-top-up": {
    order: { ...done, deliveries: [topUp("Succeeded", { operator_reference: "OP-4471A09C" })] },
  },
  "done-esim": {
    order: {
      ...done,
      deliveries: [
        esim("Succeeded", {
          pin_code: "LPA:1$smdp.example$7Q4F91BD2C00A7E1",
          installation_url: "https://esim.example/install",
        }),
      ],
    },
  },
  "done-partly": {
    order: {
      ...done,
      coin_amount: "53.72",
      sent_coin_amount: "53.72",
      deliveries: [
        delivered,
        topUp("Failed"),
        giftCard("Succeeded", { ...CODE, pin_code: "0C11-7F20AA-93D4" }, "line-4"),
      ],
    },
  },
  "done-waiting": { order: { ...done, deliveries: [giftCard("Succeeded")] } },
  expired: { order: { order_state: "Expired", payment_state: "Expired" }, minutesOld: 45 },
  "expired-partly": {
    order: { ...partly, order_state: "Expired", payment_state: "Expired" },
    minutesOld: 45,
  },
  failed: { order: { order_state: "PaymentFailed", payment_state: "PaymentCanceled" } },
  "failed-paid": {
    order: { ...received, order_state: "PaymentFailed", payment_state: "PaymentCanceled" },
  },
  "setup-failed": {
    order: {
      order_state: "PaymentSetupFailed",
      payment_state: "PaymentCanceled",
      wallet_address: undefined,
    },
  },
  refunded: {
    order: {
      ...received,
      order_state: "Refunded",
      payment_state: "PaymentReceived",
      refund_wallet_address: ADDRESSES.solana,
      deliveries: [giftCard("Refunded")],
    },
  },
  canceled: { order: { order_state: "Canceled", payment_state: "PaymentCanceled" } },
  unknown: { order: { order_state: "Sideways", payment_state: "Upside" } },
  offline: { offline: true },
} satisfies Record<string, Fixture>;

export type DemoState = keyof typeof FIXTURES;
export const DEMO_STATES = Object.keys(FIXTURES) as DemoState[];

export function isDemoState(name: string): name is DemoState {
  return Object.hasOwn(FIXTURES, name);
}

export type DemoOrder = {
  view: OrderView;
  deliveries: RevealedDelivery[];
  offline: boolean;
  sent: { reference: string; hash?: string; sentAt: string } | undefined;
};

/** A state as its page would receive it at this moment, made by the same rules as any order's. */
export function demoOrder(
  name: DemoState,
  shop: Pick<Context, "window" | "support">,
  nowMs: number,
): DemoOrder {
  const fixture: Fixture = FIXTURES[name];
  const createdAt = Math.floor(nowMs / 1000) - (fixture.minutesOld ?? 3) * 60;
  const order = { ...orderBody(createdAt), ...fixture.order };
  const view = toOrderView(order, {
    reference: `demo-${name}-${"0".repeat(60)}`,
    scope: "full",
    nowMs,
    createdAtSeconds: createdAt,
    paymentMethods: METHODS,
    acceptedTotal: order.coin_amount,
    wrongEcho: false,
    recovered: false,
    addressMatches: () => true,
    ...shop,
    ...fixture.context,
  });
  return {
    view,
    deliveries: toDeliveries(order),
    offline: fixture.offline ?? false,
    sent: fixture.sent && {
      reference: view.reference,
      sentAt: new Date(nowMs - 60_000).toISOString(),
      ...fixture.sent,
    },
  };
}
