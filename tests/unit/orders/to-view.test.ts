import { describe, expect, test } from "vitest";
import { sceneOf } from "@/components/order/scene";
import type { UpstreamOrder } from "@/lib/orders/upstream-order";
import { ADDRESS, asksForMoney, CREATED, order, view } from "../../support/order-views";

test("an order that waits shows the amount exactly as upstream wrote it", () => {
  const { phase, payment, secondsLeft } = view();
  expect(phase).toBe("awaiting_payment");
  expect(payment).toMatchObject({ address: ADDRESS, amount: "20.530000" });
  expect(secondsLeft).toBe(25 * 60 - 60);
});

test("nothing in a view is upstream's own number or a code", () => {
  const [line] = order.deliveries;
  if (!line) throw new Error("the sample has a line");
  const delivered = {
    ...line,
    delivery_state: "Succeeded",
    deliverable: {
      ...line.deliverable,
      pin_code: "SECRET-CODE",
      pin_serial: "SERIAL-77",
      security_code: "PIN-99",
    },
  };
  const done = view({ order_state: "Done", deliveries: [delivered] });
  const text = JSON.stringify(done);
  expect(done.lines[0]).toMatchObject({ state: "delivered", revealable: true });
  for (const secret of [order.order_id, "SECRET-CODE", "SERIAL-77", "PIN-99", "alice@"]) {
    expect(text).not.toContain(secret);
  }
});

test.each([
  ["past the deadline", {}, { nowMs: (CREATED + 26 * 60) * 1000 }, "verifying"],
  [
    "partly paid past the deadline",
    { order_state: "PartialPaymentStarted", sent_coin_amount: "5" },
    { nowMs: (CREATED + 26 * 60) * 1000 },
    "verifying",
  ],
  [
    "with another address than at first",
    { wallet_address: "0x8617E340B3D01FA5F11F306F4090FD50E238070D" },
    {},
    "on_hold",
  ],
  [
    "whose address is none of its network",
    { wallet_address: "0x52908400098527886E0F7030069857D2E4169Ee7" },
    { addressMatches: () => true },
    "on_hold",
  ],
  ["with another product than was asked for", {}, { wrongEcho: true }, "on_hold"],
  ["of which nobody knows what was agreed", {}, { recovered: true }, "on_hold"],
  ["dearer than accepted", { coin_amount: "20.64" }, {}, "on_hold"],
  ["paid", { order_state: "PaymentReceived" }, {}, "paid"],
  ["expired", { order_state: "Expired" }, {}, "expired"],
  ["in an unknown state", { order_state: "Zzz" }, {}, "unknown"],
])("an order %s asks for no money", (_name, change, other, phase) => {
  const seen = view(change, other);
  expect(seen.phase).toBe(phase);
  expect(asksForMoney(seen)).toBe(false);
});

test("a price within half a per cent is no reason to stop", () => {
  expect(view({ coin_amount: "20.63" }).phase).toBe("awaiting_payment");
});

test("an underpaid order asks for what upstream says is missing, to the digit", () => {
  const { payment } = view({
    order_state: "PartialPaymentStarted",
    sent_coin_amount: "12.318",
    missing_amount: "8.2120",
  });
  expect(payment).toMatchObject({ missing: "8.2120", received: "12.318", address: ADDRESS });
});

test("an overpaid order says by how much", () => {
  const { payment } = view({ order_state: "PaymentReceived", sent_coin_amount: "20.7353" });
  expect(payment.overpaid).toBe("0.2053");
});

test("a transaction is looked up on the order's network, and nowhere when another one was paid on", () => {
  const paid = { order_state: "PaymentReceived", payment_transactions: ["0xabc"] };
  const [own] = view(paid).payment.transactions;
  expect(own?.url).toMatch(/^https:\/\/[a-z]+\.[a-z]+\/tx\/0xabc$/);
  const other = { coin: "USDT", protocol: "POLYGON_LIKE" };
  const { transactions } = view({ ...paid, original_payment_info: other }).payment;
  expect(transactions).toEqual([{ hash: "0xabc" }]);
});

describe("a finished order with a top-up", () => {
  const [sample] = order.deliveries;
  const topUp = (delivery_state: string, operator_reference?: string) => ({
    id: "line-2",
    delivery_state,
    kind: "mobile_recharge",
    deliverable: {
      brand_name: "Phone",
      beneficiary_account: "+14155551234",
      country_code: "US",
      delivery_type: "by_phone",
      operator_reference,
    },
  });
  const done = (...deliveries: typeof order.deliveries) =>
    view({ order_state: "Done", payment_state: "PaymentReceived", deliveries });

  test.each(["WaitingForDelivery", "WaitingForManualAction"])(
    "that is still %s is read on, for the page says that it is on its way",
    (state) => {
      const seen = done(topUp(state));
      expect(sceneOf(seen, false)).toBe("done_waiting");
      expect(seen.watch.pollSeconds).toBeGreaterThan(0);
    },
  );

  test.each([
    ["Succeeded", undefined, "done"],
    ["WaitingForDelivery", "OP-7", "done"],
    ["Failed", undefined, "done_partly"],
  ])("that is %s with the reference %s is read no more", (state, operatorReference, scene) => {
    const seen = done(topUp(state, operatorReference));
    expect(sceneOf(seen, false)).toBe(scene);
    expect(seen.watch.pollSeconds).toBeUndefined();
  });

  test("is read on beside it for a code that is not there yet", () => {
    if (!sample) throw new Error("the sample has a line");
    const seen = done({ ...sample, delivery_state: "Succeeded" }, topUp("Succeeded"));
    expect(seen.watch.pollSeconds).toBeGreaterThan(0);
  });
});

test("a page of a payment provider is linked only when it is https", () => {
  const open = { order_state: "Created", wallet_address: undefined };
  expect(view({ ...open, checkout_url: "https://pay.example/1" }).payment.checkoutUrl).toBe(
    "https://pay.example/1",
  );
  expect(
    view({ ...open, checkout_url: "javascript:alert(1)" }).payment.checkoutUrl,
  ).toBeUndefined();
});

test.each(["0.000000010000000001", "118.210", "0.1", "12345678901234567890.123456789012345"])(
  "E8: an amount of %s is the same text everywhere, to the last digit",
  (coin_amount) => {
    const { payment } = view({ coin_amount }, { acceptedTotal: coin_amount });
    expect(payment.amount).toBe(coin_amount);
  },
);

test.each([
  ["another product", {}, { wrongEcho: true }, "on_hold"],
  ["a dearer price", { coin_amount: "20.64" }, {}, "on_hold"],
  ["nothing known of its price", {}, { recovered: true }, "on_hold"],
  ["no time left", {}, { nowMs: (CREATED + 26 * 60) * 1000 }, "verifying"],
] as const)(
  "the page of a payment provider is not linked for an order with %s, even before upstream calls it payable",
  (_name, change, other, phase) => {
    const external = { wallet_address: undefined, checkout_url: "https://pay.example/1" };
    for (const order_state of ["Created", "WaitingForPayment"]) {
      const seen = view({ order_state, ...external, ...change }, other);
      expect(seen.phase).toBe(phase);
      expect(seen.payment.checkoutUrl).toBeUndefined();
    }
  },
);

/** For 0.0025 bitcoin, from the examples of BOLT11. */
const INVOICE =
  "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpuaztrnwngzn3kdzw5hydlzf03qdgm2hdq27cqv3agm2awhz5se903vruatfhq77w3ls4evs3ch9zw97j25emudupq63nyw24cg27h2rspfj9srp";
const INVOICE_MADE = 1_496_314_658;

describe("an invoice", () => {
  const invoiced = (change: Partial<UpstreamOrder>) =>
    view(
      {
        coin: "BTC",
        network: "Lightning",
        wallet_address: INVOICE,
        created_at: INVOICE_MADE,
        ...change,
      },
      {
        acceptedTotal: change.coin_amount ?? "",
        addressMatches: () => true,
        nowMs: (INVOICE_MADE + 5) * 1000,
      },
    );

  test("for what the order costs is shown", () => {
    const { phase, payment } = invoiced({ coin_amount: "0.00250000" });
    expect(phase).toBe("awaiting_payment");
    expect(payment).toMatchObject({ uri: `lightning:${INVOICE}`, amount: "0.00250000" });
  });

  test.each(["0.0001", "0.00248", "0.00252", "1"])(
    "F1: for another amount than the order's %s is never shown, for a wallet pays what the invoice says",
    (coin_amount) => {
      const seen = invoiced({ coin_amount });
      expect(seen.payment.hold).toEqual({ reason: "wrong_echo" });
      expect(asksForMoney(seen)).toBe(false);
    },
  );

  test("F1: for the whole is not shown for a rest", () => {
    const partly = { order_state: "PartialPaymentStarted", sent_coin_amount: "0.001" };
    expect(asksForMoney(invoiced({ coin_amount: "0.0025", ...partly }))).toBe(false);
  });
});
