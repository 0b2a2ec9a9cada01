import type { CoinAmount, FaceValue } from "@/lib/contract/catalog";

/** Coins that stand for one unit of a currency, so that a price can be held against a value. */
const STABLE: Record<string, string> = {
  USDC: "USD",
  USDT: "USD",
  "USDC.e": "USD",
  "USDT.e": "USD",
  DAI: "USD",
  PYUSD: "USD",
  FDUSD: "USD",
  USDE: "USD",
  USDS: "USD",
  EUROC: "EUR",
  EURC: "EUR",
};
