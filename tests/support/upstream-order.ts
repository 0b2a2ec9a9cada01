/** An order as upstream sends it: one gift card of a hundred dollars, waiting to be paid. */
export function rawOrder(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    order_id: "0f000000-0000-4000-8000-0000000000aa",
    created_at: "1790000000",
    order_state: "WaitingForPayment",
    payment_state: "WalletCreated",
    wallet_address: "So1anaAddre55",
    coin: "USDC",
    network: "Solana",
    coin_amount: "101.52",
    sent_coin_amount: "0",
    user: { email: "buyer@example.com" },
    deliveries: [rawDelivery()],
    ...more,
  };
}

export function rawDelivery(deliverable: Record<string, unknown> = {}) {
  return {
    id: "d0000000-0000-4000-8000-000000000001",
    delivery_state: "WaitingForPayment",
    kind: "giftcard",
    deliverable: {
      denomination: "100 USD",
      brand_name: "Example Shop",
      beneficiary_account: "buyer@example.com",
      country_code: "US",
      delivery_type: "by_email",
      ...deliverable,
    },
  };
}
