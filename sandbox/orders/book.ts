import { randomUUID } from "node:crypto";
import { shareOf } from "../data/rates";
import { addressFor } from "./addresses";
import { orderBody } from "./bodies";
import type { Checked, Order } from "./types";

const WINDOW_SECONDS = 30 * 60;
const TERMINAL = new Set([
  "Done",
  "Expired",
  "PaymentFailed",
  "PaymentSetupFailed",
  "Refunded",
  "Canceled",
]);
const UNPAID = new Set(["Created", "WaitingForPayment", "PartialPaymentStarted"]);

/** The orders of a sandbox and the clock they live by. */
export class OrderBook {
  readonly orders = new Map<string, Order>();
  private offsetSeconds = 0;

  nowSeconds(): number {
    return Math.floor(Date.now() / 1000) + this.offsetSeconds;
  }

  /** Moves the clock, and expires what is then too late. */
  advance(seconds: number): void {
    this.offsetSeconds += seconds;
    for (const order of this.orders.values()) this.expireIfLate(order);
  }

  reset(): void {
    for (const order of this.orders.values()) this.stop(order);
    this.orders.clear();
    this.offsetSeconds = 0;
  }

  create(
    checked: Checked,
    options: { refund: unknown; driftPercent: number; origin: string },
  ): Order {
    const id = randomUUID();
    const now = this.nowSeconds();
    const drift = BigInt(Math.round((100 + options.driftPercent) * 100));
    const total =
      options.driftPercent === 0
        ? checked.total
        : shareOf(checked.total, checked.coin, drift, 10_000n);
    const address = addressFor(id, checked.coin, checked.network, {
      btc: total,
      createdAt: now,
      expirySeconds: 15 * 60,
    });
    const order: Order = {
      id,
      body: orderBody(id, checked, {
        address,
        now,
        refund: options.refund,
        total,
        origin: options.origin,
      }),
      checked,
      origin: options.origin,
      expiresAt: now + WINDOW_SECONDS,
      listeners: new Set(),
    };
    this.orders.set(id, order);
    return order;
  }

  find(id: string): Order | undefined {
    const order = this.orders.get(id);
    if (order) this.expireIfLate(order);
    return order;
  }

  change(order: Order, fields: Record<string, unknown>): void {
    Object.assign(order.body, fields, { updated_at: String(this.nowSeconds()) });
    for (const listener of [...order.listeners]) listener("change");
    if (isTerminal(order)) this.stop(order);
  }

  /** Ends its streams. They are forgotten at once: an order may change again before their sockets close. */
  private stop(order: Order): void {
    const listeners = [...order.listeners];
    order.listeners.clear();
    for (const listener of listeners) listener("stop");
  }

  private expireIfLate(order: Order): void {
    if (this.nowSeconds() < order.expiresAt || !UNPAID.has(String(order.body.order_state))) return;
    this.change(order, { order_state: "Expired", payment_state: "Expired" });
  }
}

export const isTerminal = (order: Order): boolean => TERMINAL.has(String(order.body.order_state));
