import { describe, expect, test } from "vitest";
import { balanceCall, readBalance, readQuantity, transferCall } from "@/lib/wallet/evm-call";
import { addChainParameter } from "@/lib/wallet/evm-chains";

const recipient = "0x1111111111111111111111111111111111111111";
const usdcOnBase = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";
const usdtOnBsc = "0x55d398326f99059fF775485246999027B3197955";

describe("a token transfer", () => {
  // 0xa9059cbb ‖ the recipient ‖ the units, each of the two in 32 bytes.
  test("of 12.34 USDC on Base", () => {
    expect(transferCall({ recipient, units: 12_340_000n, token: usdcOnBase })).toEqual({
      to: usdcOnBase,
      value: "0x0",
      data:
        "0xa9059cbb" +
        "0000000000000000000000001111111111111111111111111111111111111111" +
        "0000000000000000000000000000000000000000000000000000000000bc4b20",
    });
  });

  test("of 12.34 USDT with eighteen digits", () => {
    const call = transferCall({ recipient, units: 12_340_000_000_000_000_000n, token: usdtOnBsc });
    expect(call?.data).toBe(
      "0xa9059cbb" +
        "0000000000000000000000001111111111111111111111111111111111111111" +
        "000000000000000000000000000000000000000000000000ab407c9eb0520000",
    );
  });
});

test("the chain's own coin goes straight to the recipient", () => {
  expect(transferCall({ recipient, units: 10n ** 18n })).toEqual({
    to: recipient,
    value: "0xde0b6b3a7640000",
  });
});

test.each([
  ["too short", "0x11"],
  ["of another chain", "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDBzvT"],
  [
    "with one letter in the wrong case",
    "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913".replace("f", "F"),
  ],
  ["the token itself", usdcOnBase],
])("a recipient that is %s is refused", (_name, bad) => {
  expect(transferCall({ recipient: bad, units: 1n, token: usdcOnBase })).toBeUndefined();
});

test("a balance is asked for and read", () => {
  expect(balanceCall(usdcOnBase, recipient)).toEqual({
    to: usdcOnBase,
    data: "0x70a082310000000000000000000000001111111111111111111111111111111111111111",
  });
  expect(readBalance(`0x${"0".repeat(56)}00bc4b20`)).toBe(12_340_000n);
  expect(readBalance("0x")).toBeUndefined();
  expect(readBalance(12)).toBeUndefined();
});

test("a quantity is hexadecimal or nothing", () => {
  expect(readQuantity("0x2105")).toBe(8453n);
  expect([readQuantity("8453"), readQuantity("0x"), readQuantity(8453)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a network is added by its own facts", () => {
  expect(addChainParameter("USDC", "Base")).toEqual({
    chainId: "0x2105",
    chainName: "Base",
    nativeCurrency: { name: "ETH", symbol: "ETH", decimals: 18 },
    rpcUrls: ["https://mainnet.base.org"],
    blockExplorerUrls: ["https://basescan.org"],
  });
  expect(addChainParameter("USDC", "Polygon (Matic)")).toMatchObject({
    chainId: "0x89",
    nativeCurrency: { symbol: "POL" },
  });
  expect(addChainParameter("USDC", "Solana")).toBeUndefined();
});
