/** What people call a network whose upstream name says little; every other name stands as it is. */
const NETWORK_NAMES: Record<string, string> = {
  "BTC|Mainnet": "Bitcoin",
  "LTC|Mainnet": "Litecoin",
  "DOGE|Mainnet": "Dogecoin",
  "ETH Mainnet": "Ethereum",
  "Polygon (Matic)": "Polygon",
  "Binance Smart Chain": "BNB Smart Chain",
  WorldChain: "World Chain",
};

const VIA_NAMES: Record<string, string> = {
  BINANCE_PAY: "Binance Pay",
  BUYDL: "Buydl",
  GATE_PAY: "Gate Pay",
  GATE_PAY_WEB: "Gate Pay",
  KUCOIN_PAY: "KuCoin Pay",
};

export function networkName({ coin, network }: { coin: string; network: string }): string {
  return NETWORK_NAMES[`${coin}|${network}`] ?? NETWORK_NAMES[network] ?? network;
}

/** The name of an external payment page, or `undefined` for the buyer's own wallet. */
export function viaName(via: string): string | undefined {
  if (via === "USER_WALLET") return undefined;
  return VIA_NAMES[via] ?? via.toLowerCase().replaceAll("_", " ");
}
