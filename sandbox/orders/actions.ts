import { bytesOf } from "../data/random";
import { shareOf, subtract } from "../data/rates";
import { addressFor } from "./addresses";
import { delivered, qrText, qrUrl } from "./bodies";
import type { OrderBook } from "./book";
import type { Json, Order } from "./types";

type Action = (order: Order, book: OrderBook, body: Json) => void;

const due = (order: Order): string => String(order.body.coin_amount);
const share = (order: Order, percent: bigint): string =>
  shareOf(due(order), order.checked.coin, percent, 100n);
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

/** The transactions so far and this one; an older payment does not vanish from a chain. */
const withTransaction = (order: Order, name: string): string[] => {
  const known = order.body.payment_transactions;
  return [...new Set([...(Array.isArray(known) ? known.map(String) : []), hash(order, name)])];
};

/** The money is there. What an order had received already stays unless an amount is named. */
const received = (order: Order, amount?: string): Json => {
  for (const name of MISSING) delete order.body[name];
  const paid = PAID.has(String(order.body.payment_state));
  return {
    order_state: "PaymentReceived",
    payment_state: "PaymentReceived",
    ...(paid && amount === undefined
      ? {}
      : {
          sent_coin_amount: amount ?? due(order),
          payment_transactions: withTransaction(order, "pay"),
        }),
  };
};
const PAID = new Set(["PaymentReceived", "PaymentQuarantined"]);
const MISSING = ["missing_amount", "missing_amount_qr_text", "missing_amount_qr_url"];

const setLines = (order: Order, state: string): void => {
  for (const item of order.body.deliveries) item.delivery_state = state;
};

/** Everything that can happen to an order, by the name of its control. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  start: (order, book) =>
    book.change(order, {
      order_state: "PaymentStarted",
      payment_state: "PaymentStarted",
      payment_transactions: withTransaction(order, "pay"),
    }),
  pay: (order, book) => book.change(order, received(order)),
  confirm: (order, book) => book.change(order, received(order)),
  "pay-part": (order, book, body) => {
    const sent = typeof body.amount === "string" ? body.amount : share(order, 60n);
    const missing = subtract(due(order), sent);
    const { coin, network } = order.checked;
    book.change(order, {
      order_state: "PartialPaymentStarted",
      payment_state: "PaymentStarted",
      sent_coin_amount: sent,
      missing_amount: missing,
      missing_amount_qr_text: qrText(coin, network, String(order.body.wallet_address), missing),
      missing_amount_qr_url: `${qrUrl(order.origin, order.id)}?amount=${missing}`,
      payment_transactions: withTransaction(order, "part"),
    });
  },
  "pay-more": (order, book) => book.change(order, received(order, share(order, 101n))),
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
  preparing: (order, book) =>
    book.change(order, { ...received(order), order_state: "WaitingForDelivery" }),
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
      payment_state: "PaymentCanceled",
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

/** What is over stays over: a delivered order can only be refunded, a refunded one not even that. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  Done: ["refund", "set"],
  Refunded: ["set"],
};

export const isPossible = (order: Order, name: string): boolean =>
  CLOSED[String(order.body.order_state)]?.includes(name) ?? true;

/** A payment from start to code, one step at a time, as it goes on a good day. */
export function settle(order: Order, book: OrderBook, stepMs: number): void {
  const steps = ["start", "confirm", "preparing", "deliver"];
  for (const [index, name] of steps.entries()) {
    setTimeout(() => {
      if (isPossible(order, name)) ACTIONS[name]?.(order, book, {});
    }, stepMs * index).unref();
  }
}
