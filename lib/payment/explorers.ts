import { lookUp } from "../look-up";
import { networkOf } from "./networks";

type Explorer = { address: string; transaction: string };

const evm = (host: string): Explorer => ({
  address: `https://${host}/address/`,
  transaction: `https://${host}/tx/`,
});

const BY_NETWORK: Readonly<Record<string, Explorer>> = {
  "eth mainnet": evm("etherscan.io"),
  base: evm("basescan.org"),
  arbitrum: evm("arbiscan.io"),
  optimism: evm("optimistic.etherscan.io"),
  "polygon (matic)": evm("polygonscan.com"),
  avalanche: evm("snowtrace.io"),
  "binance smart chain": evm("bscscan.com"),
  solana: { address: "https://solscan.io/account/", transaction: "https://solscan.io/tx/" },
  tron: {
    address: "https://tronscan.org/#/address/",
    transaction: "https://tronscan.org/#/transaction/",
  },
  ton: { address: "https://tonviewer.com/", transaction: "https://tonviewer.com/transaction/" },
};

const BY_FORMAT: Readonly<Record<string, Explorer>> = {
  bitcoin: evm("mempool.space"),
  litecoin: evm("litecoinspace.org"),
};

/** Where a transaction or an address can be looked up; nowhere for an unknown chain or an invoice. */
export function explorerUrl(
  kind: keyof Explorer,
  coin: string,
  network: string,
  value: string,
): string | undefined {
  const { format } = networkOf(coin, network);
  const explorer = lookUp(BY_NETWORK, network.toLowerCase()) ?? lookUp(BY_FORMAT, format);
  return explorer && `${explorer[kind]}${encodeURIComponent(value)}`;
}
