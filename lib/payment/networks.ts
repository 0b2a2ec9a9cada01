import type { OrderPayment } from "../contract/order-view";
import { lookUp } from "../look-up";

export type AddressFormat = OrderPayment["addressFormat"];

type Network = {
  format: AddressFormat;
  chainId?: number;
  /** The coin that the chain itself moves, and how many digits it has. */
  native?: { coins: readonly string[]; decimals: number };
};

const ether = { coins: ["ETH"], decimals: 18 };

/** Networks by upstream's names, which are compared without regard to case. */
const NETWORKS: Readonly<Record<string, Network>> = {
  "eth mainnet": { format: "evm", chainId: 1, native: ether },
  base: { format: "evm", chainId: 8453, native: ether },
  arbitrum: { format: "evm", chainId: 42161, native: ether },
  optimism: { format: "evm", chainId: 10, native: ether },
  "polygon (matic)": {
    format: "evm",
    chainId: 137,
    native: { coins: ["MATIC", "POL"], decimals: 18 },
  },
  avalanche: { format: "evm", chainId: 43114, native: { coins: ["AVAX"], decimals: 18 } },
  "binance smart chain": { format: "evm", chainId: 56, native: { coins: ["BNB"], decimals: 18 } },
  solana: { format: "solana", native: { coins: ["SOL"], decimals: 9 } },
  tron: { format: "tron", native: { coins: ["TRX"], decimals: 6 } },
  ton: { format: "ton", native: { coins: ["TON", "GRAM"], decimals: 9 } },
  lightning: { format: "lightning", native: { coins: ["BTC"], decimals: 11 } },
};

/** `Mainnet` is the name of several chains: the coin tells which. */
const MAINNETS: Readonly<Record<string, Network>> = {
  BTC: { format: "bitcoin", native: { coins: ["BTC"], decimals: 8 } },
  LTC: { format: "litecoin", native: { coins: ["LTC"], decimals: 8 } },
  DOGE: { format: "dogecoin", native: { coins: ["DOGE"], decimals: 8 } },
};

const UNKNOWN: Network = { format: "other" };

/** What is known of a network. An unknown one has no payment request, only its bare address. */
export function networkOf(coin: string, network: string): Network {
  const name = network.toLowerCase();
  const [table, key] = name === "mainnet" ? [MAINNETS, coin.toUpperCase()] : [NETWORKS, name];
  return lookUp(table, key) ?? UNKNOWN;
}

export function isNative(coin: string, network: Network): boolean {
  return network.native?.coins.includes(coin.toUpperCase()) ?? false;
}
