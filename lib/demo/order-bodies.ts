import type { UpstreamDelivery, UpstreamOrder } from "../orders/upstream-order";

type Deliverable = UpstreamDelivery["deliverable"];

/** Addresses that are right in form and belong to nobody who sells anything. */
export const ADDRESSES = {
  solana: "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDBzvT",
  evm: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
  bitcoin: "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
} as const;

export const TRANSACTION =
  "5UfDuX6u8gRA3mZ1xYtCkq3nWqj7bqzL2vWmJ9yX4hT1uGfSxP8dE6rKcVb3NaQoM7ZtLwYsHjFgDk2BpR9e4CvA";

/** An order as upstream tells it: 25.43 USDC on Solana, waiting to be paid. */
export function orderBody(createdAtSeconds: number): UpstreamOrder {
  return {
    order_id: "00000000-0000-4000-8000-000000000000",
    created_at: createdAtSeconds,
    payment_requested_at: createdAtSeconds,
    order_state: "WaitingForPayment",
    payment_state: "WalletCreated",
    wallet_address: ADDRESSES.solana,
    coin: "USDC",
    network: "Solana",
    coin_amount: "25.43",
    sent_coin_amount: "0",
    payment_transactions: [],
    user: { email: "ada@example.com" },
    deliveries: [giftCard()],
  };
}

function delivery(id: string, kind: string, state: string, deliverable: Deliverable) {
  return { id, kind, delivery_state: state, deliverable };
}

export function giftCard(
  state = "WaitingForPayment",
  more: Partial<Deliverable> = {},
  id = "line-1",
): UpstreamDelivery {
  return delivery(id, "giftcard", state, {
    brand_name: "PixelForge",
    denomination: "25 USD",
    localized_denomination: "$25.00",
    brand_bg_color: "#22304a",
    beneficiary_account: "ada@example.com",
    country_code: "US",
    delivery_type: "by_email",
    ...more,
  });
}

export const CODE = {
  pin_code: "7Q4F-91BD2C-00A7",
  pin_serial: "SN00418237",
  security_code: "4471",
  pin_usage_instructions:
    "<p>Sign in to your account and choose Redeem.</p><p>Enter the code exactly as shown.</p>",
} as const;

export function topUp(state: string, more: Partial<Deliverable> = {}): UpstreamDelivery {
  return delivery("line-2", "mobile_recharge", state, {
    brand_name: "Telco Example",
    denomination: "100 TRY",
    localized_denomination: "₺100",
    brand_bg_color: "#7a1f3d",
    beneficiary_account: "+905551234567",
    country_code: "TR",
    delivery_type: "by_phone",
    ...more,
  });
}

export function esim(state: string, more: Partial<Deliverable> = {}): UpstreamDelivery {
  return delivery("line-3", "esim", state, {
    brand_name: "Roamly",
    denomination: "Europe 5 GB, 30 days",
    brand_bg_color: "#0f5c4a",
    beneficiary_account: "ada@example.com",
    country_code: "DE",
    delivery_type: "by_email",
    ...more,
  });
}
