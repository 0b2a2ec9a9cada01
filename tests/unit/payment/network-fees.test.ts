import { expect, test } from "vitest";
import { isLess, isPositive } from "@/lib/payment/amount";
import { NETWORK_FEES_AS_OF, networkFee } from "@/lib/payment/network-fees";

test("a network is known in any spelling, and Mainnet by its coin", () => {
  expect(networkFee({ coin: "USDC", network: "BASE" })).toEqual(
    networkFee({ coin: "ETH", network: "Base" }),
  );
  expect(networkFee({ coin: "BTC", network: "Mainnet" })).not.toEqual(
    networkFee({ coin: "LTC", network: "Mainnet" }),
  );
  expect(networkFee({ coin: "USDC", network: "Sonic" })).toBeUndefined();
});

test("a shop's own figure stands before the table's", () => {
  const own = { base: { lowUsd: "1", highUsd: "2", seconds: 5 } };
  expect(networkFee({ coin: "USDC", network: "Base" }, own)).toEqual(own.base);
});

test("every entry is a range of decimals with a date to judge it by", () => {
  expect(NETWORK_FEES_AS_OF).toMatch(/^20\d\d-\d\d$/);
  for (const network of ["Solana", "Base", "ETH Mainnet", "Tron", "Ton", "Lightning", "Optimism"]) {
    const fee = networkFee({ coin: "USDC", network });
    expect(fee && isPositive(fee.lowUsd) && isLess(fee.lowUsd, fee.highUsd), network).toBe(true);
  }
});
