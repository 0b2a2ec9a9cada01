import { toOrderView } from "@/lib/orders/to-view";
import type { UpstreamOrder } from "@/lib/orders/upstream-order";

export const ADDRESS = "0x52908400098527886E0F7030069857D2E4169EE7";
export const CREATED = 1_800_000_000;

/** An order that waits for a payment, as the rules read it. */
export const order: UpstreamOrder = {
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

/** Whoever sees it a minute after it was made. */
export const context: Parameters<typeof toOrderView>[1] = {
  reference: "reference",
  scope: "full",
  nowMs: (CREATED + 60) * 1000,
  createdAtSeconds: CREATED,
  window: { windowMinutes: 30, marginMinutes: 5 },
  paymentMethods: [],
  acceptedTotal: "20.53",
  wrongEcho: false,
  recovered: false,
  addressMatches: (address) => address === ADDRESS,
  support: {},
};

export const view = (change: Partial<UpstreamOrder> = {}, other: Partial<typeof context> = {}) =>
  toOrderView({ ...order, ...change }, { ...context, ...other });

export const asksForMoney = ({ payment }: ReturnType<typeof view>) =>
  [payment.address, payment.amount, payment.uri, payment.qr].some((part) => part !== undefined);
