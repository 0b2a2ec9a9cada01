import { expect, test } from "vitest";
import { isKnownToken } from "@/lib/payment/tokens";

const base = {
  coin: "USDC",
  network: "Base",
  chainId: 8453,
  address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
  decimals: 6,
};

test("a token that the issuer names is known, however its address is spelt", () => {
  expect(isKnownToken(base)).toBe(true);
  expect(isKnownToken({ ...base, address: base.address.toLowerCase() })).toBe(true);
});

test.each([
  ["another contract", { address: "0xfde4C96c8593536E31F229EA8f37b2ADa2699bb2" }],
  ["another number of digits", { decimals: 18 }],
  ["another chain", { chainId: 1 }],
  ["a network that is not listed", { network: "Sonic" }],
  ["a coin that is not listed", { coin: "PYUSD" }],
  ["a word that every object knows", { network: "constructor", coin: "constructor" }],
])("%s is not the known token", (_name, change) => {
  expect(isKnownToken({ ...base, ...change })).toBe(false);
});

test.each([
  ["bridged on Polygon", "Polygon (Matic)", 137, "0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174", 6],
  ["bridged on Arbitrum", "Arbitrum", 42161, "0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8", 6],
  [
    "of six digits on BSC",
    "Binance Smart Chain",
    56,
    "0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d",
    6,
  ],
  [
    "with Solana's mint on Tron",
    "Tron",
    undefined,
    "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
    6,
  ],
])("a USDC %s is not trusted", (_name, network, chainId, address, decimals) => {
  const claimed = { coin: "USDC", network, address, decimals };
  expect(isKnownToken(chainId === undefined ? claimed : { ...claimed, chainId })).toBe(false);
});

test("an address that means something else in another case is compared exactly", () => {
  const usdc = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
  const solana = { coin: "USDC", network: "Solana", decimals: 6 };
  expect(isKnownToken({ ...solana, address: usdc })).toBe(true);
  expect(isKnownToken({ ...solana, address: usdc.toLowerCase() })).toBe(false);
});
