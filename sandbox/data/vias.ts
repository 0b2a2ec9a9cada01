type Row = {
  name: string;
  coins: readonly string[];
  chain_id?: number;
  base: string;
  engine?: "EVM" | "SVM";
};

const EVM: readonly Row[] = [
  { name: "Base", coins: ["USDC", "ETH"], chain_id: 8453, base: "ETH", engine: "EVM" },
  { name: "Polygon (Matic)", coins: ["USDC", "USDT"], chain_id: 137, base: "MATIC", engine: "EVM" },
  { name: "Arbitrum", coins: ["USDC"], chain_id: 42161, base: "ETH", engine: "EVM" },
  { name: "Optimism", coins: ["USDC"], chain_id: 10, base: "ETH", engine: "EVM" },
  { name: "ETH Mainnet", coins: ["USDC", "USDT", "ETH"], chain_id: 1, base: "ETH", engine: "EVM" },
  { name: "Avalanche", coins: ["USDC"], chain_id: 43114, base: "AVAX", engine: "EVM" },
  { name: "Binance Smart Chain", coins: ["USDT"], chain_id: 56, base: "BNB", engine: "EVM" },
];
const NETWORKS: readonly Row[] = [
  { name: "Solana", coins: ["USDC", "SOL"], base: "SOL", engine: "SVM" },
  ...EVM,
  { name: "Tron", coins: ["USDT", "TRX"], base: "TRX" },
  { name: "Ton", coins: ["USDT", "GRAM"], base: "GRAM" },
  { name: "Mainnet", coins: ["BTC", "LTC", "DOGE"], base: "" },
  { name: "Lightning", coins: ["BTC"], base: "" },
];
const COINS = ["USDT", "BTC", "SOL", "USDC", "ETH", "LTC", "TRX", "DOGE", "GRAM"] as const;

export const SUSPENDED_COIN = "DOGE";
export const SUSPENDED_NETWORK = { coin: "USDC", network: "Avalanche" };

const CONTRACTS: Readonly<Record<string, { address: string; decimals: number }>> = {
  "USDC|Solana": { address: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", decimals: 6 },
  "USDC|Base": { address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913", decimals: 6 },
  "USDC|Polygon (Matic)": { address: "0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359", decimals: 6 },
  "USDC|Arbitrum": { address: "0xaf88d065e77c8cC2239327C5EDb3A432268e5831", decimals: 6 },
  "USDC|Optimism": { address: "0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85", decimals: 6 },
  "USDC|ETH Mainnet": { address: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48", decimals: 6 },
  "USDC|Avalanche": { address: "0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E", decimals: 6 },
  "USDT|Polygon (Matic)": { address: "0xc2132D05D31c914a87C6611C10748AEb04B58e8F", decimals: 6 },
  "USDT|ETH Mainnet": { address: "0xdAC17F958D2ee523a2206206994597C13D831ec7", decimals: 6 },
  "USDT|Binance Smart Chain": {
    address: "0x55d398326f99059fF775485246999027B3197955",
    decimals: 18,
  },
  "USDT|Tron": { address: "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", decimals: 6 },
  "USDT|Ton": { address: "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs", decimals: 6 },
};
/** The least that can be paid, worth about half a euro in every coin. */
const THRESHOLDS: Readonly<Record<string, string>> = {
  BTC: "0.000008",
  ETH: "0.000165323529411",
  SOL: "0.003958444899578",
  LTC: "0.00661",
  TRX: "3.5131",
  DOGE: "4.01499",
  GRAM: "0.108095995284930",
};

export const contractOf = (coin: string, network: string) => CONTRACTS[`${coin}|${network}`];
export const thresholdOf = (coin: string): string => THRESHOLDS[coin] ?? "0.562099175481640";
export const networkRow = (coin: string, network: string): Row | undefined =>
  NETWORKS.find(
    (row) => row.name.toLowerCase() === network.toLowerCase() && row.coins.includes(coin),
  );

function networksOf(coin: string) {
  return NETWORKS.filter(({ coins }) => coins.includes(coin)).map((row) => {
    const contract = contractOf(coin, row.name);
    return {
      name: row.name,
      threshold: thresholdOf(coin),
      // Healthy rows leave it out now and then.
      ...(row.name === SUSPENDED_NETWORK.network && coin === SUSPENDED_NETWORK.coin
        ? { is_suspended: true }
        : row.name === "Base"
          ? {}
          : { is_suspended: false }),
      ...(row.chain_id === undefined ? {} : { chain_id: row.chain_id }),
      ...(row.base === "" ? {} : { base_token: row.base }),
      ...(contract && {
        ...(row.engine && { smart_contract_engine: row.engine }),
        smart_contract: { ...(row.engine && { engine: row.engine }), ...contract, symbol: coin },
      }),
    };
  });
}

const iconOf = (origin: string, name: string): string =>
  `${origin}/icons/${name.toLowerCase()}_32x32.png`;

export const currencies = (origin: string) =>
  COINS.map((name) => ({
    name,
    logo_url: iconOf(origin, name),
    is_suspended: name === SUSPENDED_COIN,
  }));

export const paymentVias = (origin: string) => [
  {
    name: "USER_WALLET",
    available: true,
    currencies: COINS.map((name) => ({
      name,
      is_suspended: name === SUSPENDED_COIN,
      logo_url: iconOf(origin, name),
      networks: networksOf(name),
    })),
  },
  {
    name: "GATE_PAY",
    available: false,
    currencies: [{ name: "USDT", is_suspended: false, networks: [] }],
  },
];
