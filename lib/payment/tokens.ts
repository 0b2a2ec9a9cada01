import { lookUp } from "../look-up";
import { networkOf } from "./networks";

type Token = { address: string; decimals: number };

/**
 * The token contracts that the shop knows, by network and coin, checked against their issuers' own
 * lists. A bridged look-alike is another token; USDT on Optimism exists twice, so both are listed and
 * upstream's word decides which is meant.
 */
const TOKENS: Readonly<Record<string, Readonly<Record<string, readonly Token[]>>>> = {
  "eth mainnet": {
    USDC: [{ address: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48", decimals: 6 }],
    USDT: [{ address: "0xdAC17F958D2ee523a2206206994597C13D831ec7", decimals: 6 }],
  },
  base: {
    USDC: [{ address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913", decimals: 6 }],
    USDT: [{ address: "0xfde4C96c8593536E31F229EA8f37b2ADa2699bb2", decimals: 6 }],
  },
  arbitrum: {
    USDC: [{ address: "0xaf88d065e77c8cC2239327C5EDb3A432268e5831", decimals: 6 }],
    USDT: [{ address: "0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9", decimals: 6 }],
  },
  optimism: {
    USDC: [{ address: "0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85", decimals: 6 }],
    USDT: [
      { address: "0x94b008aA00579c1307B0EF2c499aD98a8ce58e58", decimals: 6 },
      { address: "0x01bFF41798a0BcF287b996046Ca68b395DbC1071", decimals: 6 },
    ],
  },
  "polygon (matic)": {
    USDC: [{ address: "0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359", decimals: 6 }],
    USDT: [{ address: "0xc2132D05D31c914a87C6611C10748AEb04B58e8F", decimals: 6 }],
  },
  avalanche: {
    USDC: [{ address: "0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E", decimals: 6 }],
    USDT: [{ address: "0x9702230A8Ea53601f5cD2dc00fDBc13d4dF4A8c7", decimals: 6 }],
  },
  "binance smart chain": {
    USDC: [{ address: "0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d", decimals: 18 }],
    USDT: [{ address: "0x55d398326f99059fF775485246999027B3197955", decimals: 18 }],
  },
  solana: {
    USDC: [{ address: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", decimals: 6 }],
    USDT: [{ address: "Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB", decimals: 6 }],
  },
  tron: { USDT: [{ address: "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", decimals: 6 }] },
  ton: { USDT: [{ address: "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs", decimals: 6 }] },
};

type Claimed = {
  coin: string;
  network: string;
  chainId?: number;
  address: string;
  decimals: number;
};

/** Whether a contract that upstream names is the token that the shop knows by that name on that network. */
export function isKnownToken(claimed: Claimed): boolean {
  const { format, chainId } = networkOf(claimed.coin, claimed.network);
  if (claimed.chainId !== undefined && claimed.chainId !== chainId) return false;
  const same = (left: string, right: string) =>
    // Only hexadecimal addresses mean the same in either case.
    format === "evm" ? left.toLowerCase() === right.toLowerCase() : left === right;
  const coins = lookUp(TOKENS, claimed.network.toLowerCase()) ?? {};
  const tokens = lookUp(coins, claimed.coin.toUpperCase()) ?? [];
  return tokens.some(
    ({ address, decimals }) => same(address, claimed.address) && decimals === claimed.decimals,
  );
}
