import { expect, test } from "vitest";
import { toOrderView } from "@/lib/orders/to-view";
import type { UpstreamOrder } from "@/lib/orders/upstream-order";

const ADDRESS = "0x52908400098527886E0F7030069857D2E4169EE7";
const CREATED = 1_800_000_000;

const order: UpstreamOrder = {
  order_id: "3d1d8c0e-0000-4000-8000-000000000001",
  created_at: CREATED,
  order_state: "WaitingForPayment",
  payment_state: "WalletCreated",
  wallet_address: ADDRESS,
  coin: "USDC",
  network: "Base",
  coin_amount: "20.530000",
  sent_coin_amount: "0",
  payment_transactions: [],
  user: { email: "alice@example.com" },
  deliveries: [
    {
      id: "line-1",
      delivery_state: "Created",
      kind: "giftcard",
      deliverable: {
        brand_name: "Pixelforge",
        beneficiary_account: "alice@example.com",
        country_code: "US",
        delivery_type: "by_email",
        denomination: "20 USD",
        localized_denomination: "$20",
      },
    },
  ],
};

const context: Parameters<typeof toOrderView>[1] = {
  reference: "reference",
  scope: "full",
  nowMs: (CREATED + 60) * 1000,
  window: { windowMinutes: 30, marginMinutes: 5 },
  paymentMethods: [],
  acceptedTotal: "20.53",
  wrongEcho: false,
  addressMatches: (address) => address === ADDRESS,
  support: {},
};

const view = (change: Partial<UpstreamOrder> = {}, other: Partial<typeof context> = {}) =>
  toOrderView({ ...order, ...change }, { ...context, ...other });

const asksForMoney = ({ payment }: ReturnType<typeof view>) =>
  [payment.address, payment.amount, payment.uri, payment.qr].some((part) => part !== undefined);

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
    { order_state: "PartialPaymentStarted" },
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
