import { expect, test } from "vitest";
import type { OrderPayment } from "@/lib/contract/order-view";
import { walletTransfer } from "@/lib/wallet/wallet-transfer";

const recipient = "0x000000000000000000000000000000000000dEaD";
const token = {
  address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
  decimals: 6,
  symbol: "USDC",
};
const payment = (change: Partial<OrderPayment> = {}): OrderPayment => ({
  coin: "USDC",
  network: "Base",
  address: recipient,
  amount: "12.34",
  uriKind: "request",
  addressFormat: "evm",
  received: "0",
  transactions: [],
  token,
  ...change,
});
const { token: _token, ...plain } = payment();
const { address: _address, ...addressless } = payment();

test("a token is moved by its contract", () => {
  expect(walletTransfer(payment(), "12.34")).toEqual({
    family: "evm",
    chainId: 8453,
    coin: "USDC",
    recipient,
    units: 12_340_000n,
    decimals: 6,
    token: token.address,
  });
});

test("the chain's own coin needs no contract", () => {
  expect(walletTransfer({ ...plain, coin: "ETH" }, "0.5")).toEqual({
    family: "evm",
    chainId: 8453,
    coin: "ETH",
    recipient,
    units: 500_000_000_000_000_000n,
    decimals: 18,
  });
  expect(walletTransfer({ ...plain, coin: "SOL", network: "Solana" }, "1.5")).toMatchObject({
    family: "solana",
    units: 1_500_000_000n,
    decimals: 9,
  });
});

test("the amount is exactly the one asked for, be it the whole or the rest", () => {
  expect(walletTransfer(payment({ missing: "0.000001" }), "0.000001")?.units).toBe(1n);
});

test.each([
  ["a token that the shop does not know", plain, "1"],
  ["an unknown network", payment({ network: "Sonic" }), "1"],
  ["a chain without browser wallets", payment({ network: "Tron" }), "1"],
  ["an order on hold", payment({ hold: { reason: "price_changed" } }), "1"],
  ["no address", addressless, "1"],
  ["more digits than the token holds", payment(), "1.0000001"],
  ["nothing", payment(), "0"],
  ["no plain decimal", payment(), "1e3"],
])("%s is not offered", (_name, asked, amount) => {
  expect(walletTransfer(asked, amount)).toBeUndefined();
});
