import { explorerUrl } from "../payment/explorers";
import { networkOf } from "../payment/networks";

type ChainFacts = { name: string; symbol: string; rpcUrl: string };

/** What a wallet must be told before it can add a network. The addresses are the networks' own. */
const CHAINS: Readonly<Record<number, ChainFacts>> = {
  1: { name: "Ethereum", symbol: "ETH", rpcUrl: "https://ethereum-rpc.publicnode.com" },
  10: { name: "OP Mainnet", symbol: "ETH", rpcUrl: "https://mainnet.optimism.io" },
  56: { name: "BNB Smart Chain", symbol: "BNB", rpcUrl: "https://bsc-dataseed.bnbchain.org" },
  137: { name: "Polygon", symbol: "POL", rpcUrl: "https://polygon-rpc.com" },
  8453: { name: "Base", symbol: "ETH", rpcUrl: "https://mainnet.base.org" },
  42161: { name: "Arbitrum One", symbol: "ETH", rpcUrl: "https://arb1.arbitrum.io/rpc" },
  43114: {
    name: "Avalanche C-Chain",
    symbol: "AVAX",
    rpcUrl: "https://api.avax.network/ext/bc/C/rpc",
  },
};

export const hexChainId = (chainId: number): string => `0x${chainId.toString(16)}`;

/** The parameter of `wallet_addEthereumChain` for upstream's network, if the shop knows the network. */
export function addChainParameter(coin: string, network: string) {
  const { chainId, native } = networkOf(coin, network);
  const facts = chainId === undefined ? undefined : CHAINS[chainId];
  if (chainId === undefined || !facts || !native) return undefined;
  const explorer = explorerUrl("address", coin, network, "");
  return {
    chainId: hexChainId(chainId),
    chainName: facts.name,
    nativeCurrency: { name: facts.symbol, symbol: facts.symbol, decimals: native.decimals },
    rpcUrls: [facts.rpcUrl],
    ...(explorer && { blockExplorerUrls: [new URL(explorer).origin] }),
  };
}
