import { sample } from "../support/shape";

const solana = sample(
  {
    name: "Solana",
    threshold: "0.562099175481640",
    is_suspended: false,
    base_token: "SOL",
    smart_contract_engine: "SVM",
    smart_contract: sample(
      {
        engine: "SVM",
        address: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
        decimals: 6,
        symbol: "USDC",
      },
      { optional: ["engine"] },
    ),
    logo_url: "https://cdn.cryptorefills.com/icons/solana_32x32.png",
  },
  {
    optional: ["is_suspended", "base_token", "smart_contract_engine", "smart_contract", "logo_url"],
  },
);

const base = sample(
  {
    name: "Base",
    threshold: "0.562099175481640",
    is_suspended: false,
    chain_id: 8453,
    base_token: "ETH",
    smart_contract_engine: "EVM",
    smart_contract: {
      engine: "EVM",
      address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
      decimals: 6,
      symbol: "USDC",
    },
    logo_url: "https://cdn.cryptorefills.com/icons/base_32x32.png",
  },
  { optional: ["is_suspended", "smart_contract_engine", "smart_contract", "logo_url"] },
);

const polygon = {
  name: "Polygon (Matic)",
  threshold: "0.562099175481640",
  chain_id: 137,
  base_token: "MATIC",
};
const mainnet = { name: "Mainnet", threshold: "0.00005" };
const lightning = { name: "Lightning", threshold: "0.000008" };

const currency = sample(
  {
    name: "USDC",
    is_suspended: false,
    logo_url: "https://cdn.cryptorefills.com/icons/usdc_32x32.png",
    networks: [solana, base, polygon, mainnet, lightning],
  },
  { optional: ["logo_url"] },
);

/** GET /v3/payment_vias */
export const paymentVias = [
  sample(
    {
      name: "USER_WALLET",
      available: true,
      logo_url: "https://cdn.cryptorefills.com/icons/wallet.png",
      currencies: [currency, sample({ ...currency, name: "BTC", networks: [mainnet, lightning] })],
    },
    { optional: ["logo_url"] },
  ),
  {
    name: "GATE_PAY",
    available: false,
    currencies: [{ name: "USDT", is_suspended: false, networks: [] }],
  },
];

/** GET /v3/currencies */
export const currencies = [
  {
    name: "USDT",
    logo_url: "https://cdn.cryptorefills.com/icons/usdt_32x32.png",
    is_suspended: false,
  },
];
