import { lookUp } from "../look-up";

/** What a transfer usually costs its sender, in US dollars, and how long it usually takes. */
export type NetworkFee = {
  lowUsd: string;
  highUsd: string;
  /** From sending to the confirmation that is waited for. */
  seconds: number;
};

/** The month in which somebody last went through the table. */
export const NETWORK_FEES_AS_OF = "2026-11";

/**
 * Typical ranges by upstream's network name in lower case. Those of Ethereum, Base, Tron and Solana follow
 * the seller's public guide to paying with stablecoins; the others are estimates of the same kind, wide on
 * purpose. They are orientation, never part of a total: the sender's own wallet names the real fee. A shop
 * can replace single entries in its configuration.
 */
const NETWORK_FEES: Readonly<Record<string, NetworkFee>> = {
  solana: { lowUsd: "0.001", highUsd: "0.01", seconds: 10 },
  base: { lowUsd: "0.01", highUsd: "0.10", seconds: 10 },
  "polygon (matic)": { lowUsd: "0.01", highUsd: "0.05", seconds: 30 },
  arbitrum: { lowUsd: "0.01", highUsd: "0.10", seconds: 10 },
  optimism: { lowUsd: "0.01", highUsd: "0.10", seconds: 10 },
  avalanche: { lowUsd: "0.01", highUsd: "0.10", seconds: 10 },
  "binance smart chain": { lowUsd: "0.05", highUsd: "0.30", seconds: 30 },
  "eth mainnet": { lowUsd: "0.50", highUsd: "10", seconds: 180 },
  tron: { lowUsd: "0.30", highUsd: "4", seconds: 60 },
  ton: { lowUsd: "0.01", highUsd: "0.05", seconds: 30 },
  lightning: { lowUsd: "0.001", highUsd: "0.05", seconds: 5 },
  "btc|mainnet": { lowUsd: "0.50", highUsd: "5", seconds: 1800 },
  "ltc|mainnet": { lowUsd: "0.01", highUsd: "0.05", seconds: 600 },
  "doge|mainnet": { lowUsd: "0.05", highUsd: "0.50", seconds: 600 },
};

type Way = { coin: string; network: string };

/** The typical fee of a network, or `undefined` where nothing is known. */
export function networkFee(
  { coin, network }: Way,
  own: Readonly<Record<string, NetworkFee>> = {},
): NetworkFee | undefined {
  const name = network.toLowerCase();
  const key = name === "mainnet" ? `${coin.toLowerCase()}|mainnet` : name;
  return lookUp(own, key) ?? lookUp(NETWORK_FEES, key);
}
