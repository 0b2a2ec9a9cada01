import { bytesOf } from "../data/random";
import { addAmounts, scaleAmount, subtract } from "../data/rates";
import { addressFor } from "./addresses";
import { delivered, qrText } from "./bodies";
import type { OrderBook } from "./book";
import type { Json, Order } from "./types";

type Action = (order: Order, book: OrderBook, body: Json) => void;

const due = (order: Order): string => String(order.body.coin_amount);
const hash = (order: Order, name: string): string =>
  `0x${bytesOf(`tx|${order.id}|${name}`).toString("hex")}`;

const deliverLines = (order: Order, states: (index: number) => string): void => {
  for (const [index, line] of order.checked.lines.entries()) {
    const item = order.body.deliveries[index];
    const state = states(index);
    if (!item) continue;
    item.delivery_state = state;
    if (state === "Succeeded")
      Object.assign(item.deliverable, delivered(line, `${order.id}|${index}`));
    if (state === "Failed") item.deliverable.failure_reason = "SUPPLIER_ERROR";
  }
};

const received = (order: Order, amount = due(order)): Json => ({
  order_state: "PaymentReceived",
  payment_state: "PaymentReceived",
  sent_coin_amount: amount,
  payment_transactions: [hash(order, "pay")],
  missing_amount: null,
});

const setLines = (order: Order, state: string): void => {
  for (const item of order.body.deliveries) item.delivery_state = state;
};

/** Everything that can happen to an order, by the name of its control. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  start: (order, book) =>
    book.change(order, {
      order_state: "PaymentStarted",
      payment_state: "PaymentStarted",
      payment_transactions: [hash(order, "pay")],
    }),
  pay: (order, book) => book.change(order, received(order)),
  confirm: (order, book) => book.change(order, received(order)),
  "pay-part": (order, book, body) => {
    const sent = typeof body.amount === "string" ? body.amount : scaleAmount(due(order), 60n, 100n);
    const missing = subtract(due(order), sent);
    const { coin, network } = order.checked;
    book.change(order, {
      order_state: "PartialPaymentStarted",
      payment_state: "PaymentStarted",
      sent_coin_amount: sent,
      missing_amount: missing,
      missing_amount_qr_text: qrText(coin, network, String(order.body.wallet_address), missing),
      missing_amount_qr_url: "https://api.cryptorefills.com/v3/qrs/missing",
      payment_transactions: [hash(order, "part")],
    });
  },
  "pay-more": (order, book) =>
    book.change(
      order,
      received(order, addAmounts([due(order), scaleAmount(due(order), 1n, 100n)])),
    ),
  "pay-late": (order, book) => {
    book.change(order, { order_state: "Expired", payment_state: "Expired" });
    book.change(order, received(order));
  },
  "wrong-coin": (order, book) =>
    book.change(order, {
      ...received(order),
      original_payment_info: { coin: "USDT", protocol: "POLYGON_LIKE" },
    }),
  deliver: (order, book) => {
    deliverLines(order, () => "Succeeded");
    book.change(order, { ...received(order), order_state: "Done" });
  },
  "fail-line": (order, book, body) => {
    const failed = typeof body.index === "number" ? body.index : 0;
    deliverLines(order, (index) => (index === failed ? "Failed" : "Succeeded"));
    book.change(order, { ...received(order), order_state: "Done" });
  },
  preparing: (order, book) => {
    setLines(order, "WaitingForDelivery");
    book.change(order, { ...received(order), order_state: "WaitingForDelivery" });
  },
  rebuy: (order, book) => {
    setLines(order, "WaitingForRebuy");
    book.change(order, { ...received(order), order_state: "WaitingForRebuy" });
  },
  manual: (order, book) =>
    book.change(order, { ...received(order), order_state: "WaitingForManualAction" }),
  quarantine: (order, book) =>
    book.change(order, { ...received(order), payment_state: "PaymentQuarantined" }),
  expire: (order, book) => book.change(order, { order_state: "Expired", payment_state: "Expired" }),
  fail: (order, book) =>
    book.change(order, { order_state: "PaymentFailed", payment_state: "PaymentCanceled" }),
  refund: (order, book) => {
    setLines(order, "Refunded");
    book.change(order, { order_state: "Refunded", payment_state: "PaymentReceived" });
  },
  "setup-failure": (order, book) =>
    book.change(order, {
      order_state: "PaymentSetupFailed",
      payment_state: "",
      wallet_address: null,
      qr_text: null,
    }),
  cancel: (order, book) =>
    book.change(order, { order_state: "Canceled", payment_state: "PaymentCanceled" }),
  created: (order, book) =>
    book.change(order, {
      order_state: "Created",
      payment_state: "WalletCreated",
      wallet_address: null,
      qr_text: null,
    }),
  "wrong-address": (order, book) => {
    const { coin, network } = order.checked;
    const address = addressFor(`${order.id}|other`, coin, network, {
      btc: due(order),
      createdAt: book.nowSeconds(),
      expirySeconds: 900,
    });
    book.change(order, {
      wallet_address: address,
      qr_text: qrText(coin, network, address, due(order)),
    });
  },
  set: (order, book, body) => book.change(order, body),
};

/** A payment from start to code, one step at a time, as it goes on a good day. */
export function settle(order: Order, book: OrderBook, stepMs: number): void {
  const steps = ["start", "confirm", "preparing", "deliver"];
  for (const [index, name] of steps.entries()) {
    setTimeout(() => ACTIONS[name]?.(order, book, {}), stepMs * index).unref();
  }
}
