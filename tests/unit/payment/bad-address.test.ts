import { expect, test } from "vitest";
import { orderBody } from "@/lib/demo/order-bodies";
import { toOrderView } from "@/lib/orders/to-view";

const NOW = 1_800_000_000;

function viewOf(coin: string, network: string, address: string | undefined) {
  const order = { ...orderBody(NOW - 60), coin, network, wallet_address: address };
  return toOrderView(order, {
    reference: "r".repeat(60),
    scope: "full",
    nowMs: NOW * 1000,
    createdAtSeconds: NOW - 60,
    window: { windowMinutes: 30, marginMinutes: 5 },
    paymentMethods: [],
    acceptedTotal: order.coin_amount,
    wrongEcho: false,
    recovered: false,
    addressMatches: () => true,
    support: { email: "help@shop.example" },
  });
}

test.each([
  ["USDC", "Base", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed"],
  ["USDT", "Polygon (Matic)", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"],
  ["ETH", "ETH Mainnet", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"],
  ["USDC", "Solana", "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDB"],
  ["USDT", "Tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u"],
  ["USDT", "Ton", "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDt"],
  ["BTC", "Mainnet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"],
  ["BTC", "Mainnet", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"],
  ["LTC", "Mainnet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["DOGE", "Mainnet", "DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyE"],
  ["BTC", "Lightning", "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzq"],
])("F4: an order of %s on %s to %s cannot be paid", (coin, network, address) => {
  const view = viewOf(coin, network, address);
  expect(view.phase).toBe("on_hold");
  expect(view.payment.hold).toEqual({ reason: "bad_address" });
  expect(view.payment).not.toHaveProperty("address");
  expect(view.payment).not.toHaveProperty("amount");
  expect(JSON.stringify(view)).not.toContain(address);
  expect(view.support.email).toBe("help@shop.example");
});

test("F4: an order that has no address yet is not taken for a bad one", () => {
  expect(viewOf("USDC", "Solana", undefined).payment).not.toHaveProperty("hold");
  expect(viewOf("USDC", "Solana", "").payment).not.toHaveProperty("hold");
});
