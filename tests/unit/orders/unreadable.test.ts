import { describe, expect, test } from "vitest";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { toOrderView } from "@/lib/orders/to-view";
import { ADDRESS, asksForMoney, CREATED, context, order } from "../../support/order-views";

describe.each([
  ["no time", undefined],
  ["a time in milliseconds", CREATED * 1000],
  ["a time in words", new Date(CREATED * 1000).toISOString()],
])("E11: an order with %s from upstream", (_name, time) => {
  const raw = { ...order, created_at: time, payment_requested_at: time };
  const seenAfter = (minutes: number, more: object = {}) =>
    toOrderView(orderSchema.parse({ ...raw, ...more }), {
      ...context,
      nowMs: (CREATED + minutes * 60) * 1000,
    });

  test("can be paid until the time that its own creation leaves", () => {
    const { phase, expiresAt, secondsLeft, payment } = seenAfter(24);
    expect(phase).toBe("awaiting_payment");
    expect(payment.address).toBe(ADDRESS);
    expect(expiresAt).toBe(new Date((CREATED + 25 * 60) * 1000).toISOString());
    expect(secondsLeft).toBe(60);
  });

  test.each([
    ["waiting", {}],
    ["partly paid", { order_state: "PartialPaymentStarted", sent_coin_amount: "5" }],
  ])("asks for nothing after it, %s", (_state, more) => {
    const late = seenAfter(25, more);
    expect(late.phase).toBe("verifying");
    expect(asksForMoney(late)).toBe(false);
  });
});

describe("E9: a partly paid order", () => {
  const partly = { ...order, order_state: "PartialPaymentStarted", coin_amount: "101.52" };
  const seen = (change: Record<string, unknown>, other: Partial<typeof context> = {}) =>
    toOrderView(orderSchema.parse({ ...partly, ...change }), {
      ...context,
      acceptedTotal: "101.52",
      ...other,
    });

  test.each([
    ["cannot be read", { sent_coin_amount: "6E+1" }],
    ["has a comma", { sent_coin_amount: "60,0" }],
    ["is null", { sent_coin_amount: null }],
    ["is left out", { sent_coin_amount: undefined }],
    ["cannot be read, while a rest is stated", { sent_coin_amount: "x", missing_amount: "41.52" }],
    ["is nothing", { sent_coin_amount: "0" }],
    ["is nothing, while the whole is said to be missing", { missing_amount: "101.52" }],
    ["is the whole", { sent_coin_amount: "101.52" }],
  ])("asks for no money when what arrived %s, before and after the deadline", (_name, change) => {
    for (const minutes of [1, 60]) {
      const { phase, state, payment } = seen(change, { nowMs: (CREATED + minutes * 60) * 1000 });
      expect({ phase, state }).toEqual({ phase: "on_hold", state: "PartialPaymentStarted" });
      expect(payment.hold).toEqual({ reason: "unverified" });
      expect(asksForMoney(seen(change))).toBe(false);
      expect(payment.missing).toBeUndefined();
      expect(payment.checkoutUrl).toBeUndefined();
    }
  });

  test("never asks for more than what is left of the price", () => {
    const { phase, payment } = seen({ sent_coin_amount: "60", missing_amount: "101.52" });
    expect(phase).toBe("partly_paid");
    expect(payment).toMatchObject({ received: "60", missing: "41.52", address: ADDRESS });
    expect(seen({ sent_coin_amount: "60", missing_amount: "41.520001" }).payment.missing).toBe(
      "41.52",
    );
  });

  test("asks for less than that where upstream does", () => {
    const { payment } = seen({ sent_coin_amount: "60", missing_amount: "41.5" });
    expect(payment.missing).toBe("41.5");
  });
});

test.each([null, undefined, "6E+1"])(
  "before any payment, a received amount of %s is none and stops nothing",
  (sent_coin_amount) => {
    const seen = toOrderView(orderSchema.parse({ ...order, sent_coin_amount }), context);
    expect(seen.phase).toBe("awaiting_payment");
    expect(seen.payment).toMatchObject({ received: "0", address: ADDRESS });
  },
);
