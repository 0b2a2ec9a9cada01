import { describe, expect, test } from "vitest";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import * as samples from "./samples/orders";
import {
  BILL_LINE,
  ESIM_LINE,
  FIXED_LINE,
  LINK_LINE,
  orderRequest,
  RANGE_LINE,
  TOP_UP_LINE,
} from "./samples/requests";
import { differences } from "./support/shape";
import { asList, asRecord, asText, type Json, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests({ stepMs: 5 });

const linesOf = (order: Json) => asList(order.deliveries);
const codesOf = (order: Json) =>
  linesOf(order).map(({ deliverable }) => asRecord(deliverable).pin_code);
const cents = (amount: unknown) => Math.round(Number(asText(amount)) * 100);

/** Every action that has a state to show, and the state. */
const STATES: readonly (readonly [string, string, string, string])[] = [
  ["start", "PaymentStarted", "PaymentStarted", "WaitingForPayment"],
  ["pay", "PaymentReceived", "PaymentReceived", "WaitingForPayment"],
  ["confirm", "PaymentReceived", "PaymentReceived", "WaitingForPayment"],
  ["pay-part", "PartialPaymentStarted", "PaymentStarted", "WaitingForPayment"],
  ["pay-more", "PaymentReceived", "PaymentReceived", "WaitingForPayment"],
  ["pay-late", "PaymentReceived", "PaymentReceived", "WaitingForPayment"],
  ["wrong-coin", "PaymentReceived", "PaymentReceived", "WaitingForPayment"],
  ["preparing", "WaitingForDelivery", "PaymentReceived", "WaitingForPayment"],
  ["rebuy", "WaitingForRebuy", "PaymentReceived", "WaitingForRebuy"],
  ["manual", "WaitingForManualAction", "PaymentReceived", "WaitingForPayment"],
  ["quarantine", "PaymentReceived", "PaymentQuarantined", "WaitingForPayment"],
  ["deliver", "Done", "PaymentReceived", "Succeeded"],
  ["fail-line", "Done", "PaymentReceived", "Failed"],
  ["expire", "Expired", "Expired", "WaitingForPayment"],
  ["fail", "PaymentFailed", "PaymentCanceled", "WaitingForPayment"],
  ["cancel", "Canceled", "PaymentCanceled", "WaitingForPayment"],
  ["refund", "Refunded", "PaymentReceived", "Refunded"],
  ["setup-failure", "PaymentSetupFailed", "PaymentCanceled", "WaitingForPayment"],
  ["created", "Created", "WalletCreated", "WaitingForPayment"],
];

test.each(STATES)(
  "%s leads to %s / %s, its line to %s, in the recorded shape and words",
  async (action, order_state, payment_state, delivery_state) => {
    const order = await upstream.move(await upstream.create(), action);
    expect(order).toMatchObject({ order_state, payment_state, deliveries: [{ delivery_state }] });
    expect(differences(order, samples.order)).toEqual([]);
    expect(samples.ORDER_STATES).toContain(order.order_state);
    expect(samples.PAYMENT_STATES).toContain(order.payment_state);
    expect(samples.DELIVERY_STATES).toContain(linesOf(order)[0]?.delivery_state);
    const parsed = orderSchema.parse(order);
    expect(parsed).toMatchObject({ order_state, payment_state });
    expect(parsed.deliveries).toHaveLength(1);
  },
);

describe("a payment", () => {
  test("that is complete is named with its transaction and its amount", async () => {
    const created = await upstream.create();
    expect(created).not.toHaveProperty("payment_transactions");
    const order = await upstream.move(created, "pay");
    expect(order.sent_coin_amount).toBe(created.coin_amount);
    expect(order.payment_transactions).toEqual([expect.stringMatching(/^0x[0-9a-f]{64}$/)]);
    expect(codesOf(order)).toEqual([null]);
  });

  test("that is too small leaves exactly the rest to pay, with a text for its QR code", async () => {
    const created = await upstream.create();
    const order = await upstream.move(created, "pay-part");
    expect(cents(order.sent_coin_amount) + cents(order.missing_amount)).toBe(
      cents(created.coin_amount),
    );
    expect(cents(order.missing_amount)).toBeGreaterThan(0);
    expect(order.coin_amount).toBe(created.coin_amount);
    expect(order.missing_amount_qr_text).toBe(created.wallet_address);
  });

  test("in part may be of any amount, and the rest may follow", async () => {
    const created = await upstream.create(orderRequest([RANGE_LINE]));
    const part = await upstream.move(created, "pay-part", { amount: "60" });
    expect(part).toMatchObject({ sent_coin_amount: "60", missing_amount: "41.48" });
    const order = await upstream.move(part, "pay");
    expect(order.sent_coin_amount).toBe("101.48");
    expect(order).not.toHaveProperty("missing_amount");
    expect(order).not.toHaveProperty("missing_amount_qr_url");
    expect(order.payment_transactions).toHaveLength(2);
  });

  test.each([
    ["USDC", "Solana"],
    ["BTC", "Mainnet"],
    ["ETH", "ETH Mainnet"],
  ])("that is too large shows what was sent, in %s", async (coin, network) => {
    const created = await upstream.create(orderRequest([ESIM_LINE], { coin, network }));
    const order = await upstream.move(created, "pay-more");
    expect(Number(order.sent_coin_amount)).toBeGreaterThan(Number(order.coin_amount));
    const digits = (amount: unknown) => asText(amount).split(".")[1]?.length ?? 0;
    expect(digits(order.sent_coin_amount)).toBeLessThanOrEqual(digits(order.coin_amount));
    const delivered = await upstream.move(order, "deliver");
    expect(delivered.sent_coin_amount).toBe(order.sent_coin_amount);
  });

  test("in another coin is named with that coin and its protocol", async () => {
    const created = await upstream.create();
    expect(created.original_payment_info).toBeNull();
    const order = await upstream.move(created, "wrong-coin");
    expect(order.original_payment_info).toEqual({ coin: "USDT", protocol: "POLYGON_LIKE" });
  });

  test("may still come when the order has expired", async () => {
    const expired = await upstream.move(await upstream.create(), "expire");
    expect((await upstream.move(expired, "pay-late")).order_state).toBe("PaymentReceived");
    expect((await upstream.move(expired, "deliver")).order_state).toBe("Done");
  });
});

describe("a delivered order", () => {
  const { card, link, esim, topUp } = samples.finished.deliveries;

  test.each([
    ["a card", FIXED_LINE, card, /^[0-9A-F]{4}-[0-9A-F]{6}-[0-9A-F]{4}$/],
    ["a card behind a link", LINK_LINE, link, /^https:\/\//],
    ["an eSIM", ESIM_LINE, esim, /^LPA:1\$/],
  ])("holds the code of %s as recorded", async (_name, line, expected, code) => {
    const created = await upstream.create(orderRequest([line]));
    expect(codesOf(created)).toEqual([null]);
    const order = await upstream.move(created, "deliver");
    const { deliverable } = asRecord(linesOf(order)[0]);
    for (const [key, value] of Object.entries(expected)) {
      expect(typeof asRecord(deliverable)[key], key).toBe(typeof value);
      if (value === null) expect(asRecord(deliverable)[key]).toBeNull();
    }
    expect(codesOf(order)[0]).toMatch(code);
    expect(differences(order, samples.order)).toEqual([]);
    expect(orderSchema.parse(order).deliveries[0]?.deliverable.pin_code).toBe(codesOf(order)[0]);
  });

  test.each([
    ["a top-up", TOP_UP_LINE],
    ["a bill", BILL_LINE],
  ])("of %s has no code but the operator's reference", async (_name, line) => {
    const order = await upstream.move(await upstream.create(orderRequest([line])), "deliver");
    const { deliverable } = asRecord(linesOf(order)[0]);
    expect(asRecord(deliverable).pin_code).toBe(topUp.pin_code);
    expect(asRecord(deliverable).operator_reference).toMatch(/^OP-/);
  });

  test("spells its terms with an s, and may carry somebody's attack in them", async () => {
    const line = { ...FIXED_LINE, brand_name: "Wildscript Games", denomination: "10 USD" };
    const order = await upstream.move(await upstream.create(orderRequest([line])), "deliver");
    const deliverable = asRecord(linesOf(order)[0]?.deliverable);
    expect(deliverable.redeem_instructions).toContain("javascript:");
    expect(deliverable.terms_and_conditions).toContain("<style>");
    expect(deliverable).not.toHaveProperty("term_and_conditions");
  });

  test("can have one line failed while the others came", async () => {
    const created = await upstream.create(orderRequest([FIXED_LINE, LINK_LINE, ESIM_LINE]));
    const order = await upstream.move(created, "fail-line", { index: 1 });
    expect(linesOf(order).map((line) => line.delivery_state)).toEqual([
      "Succeeded",
      "Failed",
      "Succeeded",
    ]);
    expect(asRecord(linesOf(order)[1]?.deliverable)).toMatchObject({
      pin_code: null,
      failure_reason: "SUPPLIER_ERROR",
    });
    expect(codesOf(order).filter((code) => code !== null)).toHaveLength(2);
  });

  test("tells the same code whenever it is read", async () => {
    const order = await upstream.move(await upstream.create(), "deliver");
    expect(await upstream.read(`/v5/orders/${order.order_id}`)).toEqual(order);
  });

  test("stays delivered: only a refund may follow, and nothing follows that", async () => {
    const order = await upstream.move(await upstream.create(), "deliver");
    const act = async (action: string) =>
      (await upstream.control(`orders/${order.order_id}/${action}`)).status;
    for (const action of ["expire", "pay", "deliver", "setup-failure", "settle"]) {
      expect(await act(action), action).toBe(409);
    }
    expect(await act("refund")).toBe(200);
    expect(await act("refund")).toBe(409);
  });
});

describe("an order that went wrong before the payment", () => {
  test.each(["setup-failure", "created"])("%s has no address to pay to", async (action) => {
    const order = await upstream.move(await upstream.create(), action);
    expect(order).toMatchObject({ wallet_address: null, qr_text: null });
  });

  test("may even change its address, as a forger would", async () => {
    const created = await upstream.create();
    const order = await upstream.move(created, "wrong-address");
    expect(order.wallet_address).not.toBe(created.wallet_address);
    expect(order.order_state).toBe("WaitingForPayment");
  });

  test("can be given any words with set", async () => {
    const order = await upstream.move(await upstream.create(), "set", { order_state: "Sideways" });
    expect(order.order_state).toBe("Sideways");
  });
});

describe("settling by itself", () => {
  test("goes from the payment to the code without any further hand", async () => {
    const order = await upstream.create();
    await upstream.move(order, "settle");
    await expect
      .poll(async () => asRecord(await upstream.read(`/v5/orders/${order.order_id}`)).order_state, {
        interval: 5,
      })
      .toBe("Done");
  });

  test("does not bring back an order that was refunded meanwhile", async () => {
    const order = await upstream.create();
    await upstream.move(order, "refund");
    expect((await upstream.control(`orders/${order.order_id}/settle`)).status).toBe(409);
  });
});

describe("the clock", () => {
  const forward = (advanceSeconds: number) => upstream.control("clock", { advanceSeconds });
  const stateOf = async (order: Json) =>
    asRecord(await upstream.read(`/v5/orders/${order.order_id}`)).order_state;

  test("expires what nobody paid within half an hour, and not before", async () => {
    const order = await upstream.create();
    await forward(29 * 60);
    expect(await stateOf(order)).toBe("WaitingForPayment");
    await forward(2 * 60);
    expect(await stateOf(order)).toBe("Expired");
  });

  test("expires what was paid in part, but nothing that was paid", async () => {
    const part = await upstream.move(await upstream.create(), "pay-part");
    const started = await upstream.move(await upstream.create(), "start");
    const paid = await upstream.move(await upstream.create(), "pay");
    await forward(31 * 60);
    expect(await stateOf(part)).toBe("Expired");
    expect(await stateOf(started)).toBe("PaymentStarted");
    expect(await stateOf(paid)).toBe("PaymentReceived");
  });

  test("dates new orders and changes", async () => {
    const first = await upstream.create();
    await forward(600);
    const second = await upstream.create();
    const passed = Number(second.created_at) - Number(first.created_at);
    expect(passed).toBeGreaterThanOrEqual(600);
    expect(passed).toBeLessThan(620);
    const changed = await upstream.move(first, "start");
    expect(Number(changed.updated_at)).toBeGreaterThanOrEqual(Number(first.created_at) + 600);
    expect(changed.created_at).toBe(first.created_at);
  });

  test("refuses a step that is no number", async () => {
    expect((await upstream.control("clock", { advanceSeconds: "600" })).status).toBe(400);
  });
});
