import { expect, test } from "vitest";
import { refundFault } from "@/lib/payment/refund-check";
import { takesRefundAddress } from "@/lib/payment/takes-refund-address";

const EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const LEGACY = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
const SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

test.each([
  ["USDC", "Base", EVM, undefined],
  ["USDC", "Base", LEGACY, "invalid"],
  ["USDT", "Tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", undefined],
  ["USDT", "Tron", EVM, "invalid"],
  ["BTC", "Mainnet", LEGACY, undefined],
  ["BTC", "Mainnet", SEGWIT, "legacy_only"],
  ["BTC", "Mainnet", EVM, "invalid"],
  ["BTC", "Lightning", LEGACY, "unsupported"],
  ["USDC", "Sonic", EVM, "unsupported"],
])("a refund of %s on %s to %s: %s", (coin, network, address, fault) => {
  expect(refundFault({ coin, network }, address)).toBe(fault);
});

test("an invoice cannot be paid back to", () => {
  expect(takesRefundAddress({ coin: "BTC", network: "Lightning" })).toBe(false);
  expect(takesRefundAddress({ coin: "BTC", network: "Mainnet" })).toBe(true);
});
