import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBaseUnits } from "@/lib/payment/amount";
import { parsePaymentUri, presentPayment } from "@/lib/payment/payment-uri";

const EVM = "0x52908400098527886E0F7030069857D2E4169EE7";
const SOLANA = "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDBzvT";
const TRON = "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8";
const TON = "EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2N";
const BITCOIN = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

const USDC_BASE = { address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913", decimals: 6 };
const USDT_BSC = { address: "0x55d398326f99059fF775485246999027B3197955", decimals: 18 };
const USDC_SOLANA = { address: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", decimals: 6 };
const USDT_TRON = { address: "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", decimals: 6 };
const USDT_TON = { address: "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs", decimals: 6 };

type Order = Parameters<typeof presentPayment>[0];

// Written by hand after ERC-681, BIP21, Solana Pay and the wallets' own guides.
const VECTORS: [string, Order, string][] = [
  [
    "a token on Base",
    { coin: "USDC", network: "Base", address: EVM, amount: "12.34", token: USDC_BASE },
    `ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@8453/transfer?address=${EVM}&uint256=12340000`,
  ],
  [
    "a token of eighteen digits",
    {
      coin: "USDT",
      network: "Binance Smart Chain",
      address: EVM,
      amount: "12.34",
      token: USDT_BSC,
    },
    `ethereum:0x55d398326f99059fF775485246999027B3197955@56/transfer?address=${EVM}&uint256=12340000000000000000`,
  ],
  [
    "ether itself",
    { coin: "ETH", network: "ETH Mainnet", address: EVM, amount: "0.000000000000000001" },
    `ethereum:${EVM}@1?value=1`,
  ],
  [
    "a network whose name is spelt in capitals",
    { coin: "POL", network: "POLYGON (MATIC)", address: EVM, amount: "3" },
    `ethereum:${EVM}@137?value=3000000000000000000`,
  ],
  [
    "a token on Solana",
    { coin: "USDC", network: "Solana", address: SOLANA, amount: "12.340", token: USDC_SOLANA },
    `solana:${SOLANA}?amount=12.34&spl-token=EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v`,
  ],
  [
    "sol itself",
    { coin: "SOL", network: "Solana", address: SOLANA, amount: "0.5" },
    `solana:${SOLANA}?amount=0.5`,
  ],
  [
    "bitcoin",
    { coin: "BTC", network: "Mainnet", address: BITCOIN, amount: "0.00012300" },
    `bitcoin:${BITCOIN}?amount=0.000123`,
  ],
  [
    "litecoin",
    { coin: "LTC", network: "Mainnet", address: "LcHKXx3GuTpSdnTqBjXKrYqJfKFGbRkCMS", amount: "1" },
    "litecoin:LcHKXx3GuTpSdnTqBjXKrYqJfKFGbRkCMS?amount=1",
  ],
  [
    "dogecoin",
    {
      coin: "DOGE",
      network: "Mainnet",
      address: "DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyD",
      amount: "40",
    },
    "dogecoin:DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyD?amount=40",
  ],
  [
    "a token on Tron",
    { coin: "USDT", network: "Tron", address: TRON, amount: "12.34", token: USDT_TRON },
    `tron:${TRON}?amount=12.34`,
  ],
  [
    "a jetton",
    { coin: "USDT", network: "TON", address: TON, amount: "12.34", token: USDT_TON },
    `ton://transfer/${TON}?jetton=EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs&amount=12340000`,
  ],
  [
    "toncoin",
    { coin: "TON", network: "TON", address: TON, amount: "1.5" },
    `ton://transfer/${TON}?amount=1500000000`,
  ],
];

describe("the request of", () => {
  test.each(VECTORS)(
    "C4.11: %s is written as its standard says, and read back",
    (_name, order, uri) => {
      expect(presentPayment(order).uri).toBe(uri);
      const read = parsePaymentUri(uri, order.token?.decimals);
      expect(read).toMatchObject({ address: order.address });
      expect(Number(read?.amount)).toBe(Number(order.amount));
      expect(read?.token).toBe(order.network === "Tron" ? undefined : order.token?.address);
    },
  );
});

test.each<[string, Partial<Order>]>([
  ["a token that nobody vouches for", { coin: "USDC", token: undefined }],
  ["a network that nobody knows", { network: "Sonic" }],
  ["more digits than the token has", { amount: "12.3400001" }],
  ["an amount in scientific notation", { amount: "1e2" }],
  ["an amount of nothing", { amount: "0.000" }],
  ["a negative amount", { amount: "-1" }],
])("C4.12: %s leaves the bare address", (_name, change) => {
  const order = { coin: "USDC", network: "Base", address: EVM, amount: "1", token: USDC_BASE };
  const presented = presentPayment({ ...order, ...change });
  expect(presented).toMatchObject({ qr: EVM, uriKind: "address" });
  expect(presented.uri).toBeUndefined();
});

describe("upstream's own request", () => {
  const order = { coin: "USDC", network: "Base", address: EVM, amount: "1" };
  const uri = (over: { to?: string; chain?: string; units?: string } = {}) =>
    `ethereum:${USDC_BASE.address}@${over.chain ?? "8453"}/transfer?address=${over.to ?? EVM}&uint256=${over.units ?? "1000000"}`;

  test.each([
    ["a script", "javascript:alert(1)"],
    ["another address", uri({ to: "0x8617E340B3D01FA5F11F306F4090FD50E238070D" })],
    ["another chain", uri({ chain: "1" })],
    ["another amount", uri({ units: "1000001" })],
    ["a token that nobody vouches for", uri()],
    ["another scheme", `bitcoin:${BITCOIN}?amount=1`],
    ["a page", "https://pay.example/1"],
  ])("F2: with %s is never used", (_name, qrText) => {
    expect(presentPayment({ ...order, qrText })).toMatchObject({ qr: EVM, uriKind: "address" });
  });

  test.each([
    ["the same", `bitcoin:${BITCOIN}?amount=0.00012300&label=Shop`, true],
    [
      "one that a wallet may read as another payment",
      `bitcoin:${BITCOIN}?amount=0.000123&lightning=lnbc1`,
      false,
    ],
    ["another amount", `bitcoin:${BITCOIN}?amount=0.000124`, false],
    [
      "one too long for a camera",
      `bitcoin:${BITCOIN}?amount=0.000123&label=${"x".repeat(400)}`,
      false,
    ],
  ])("stands beside the order when it is %s: %#", (_name, qrText, used) => {
    const asked = { coin: "BTC", network: "Mainnet", address: BITCOIN, amount: "0.000123", qrText };
    expect(presentPayment(asked).uri).toBe(used ? qrText : `bitcoin:${BITCOIN}?amount=0.000123`);
  });
});

test.each([
  "ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913/transfer?address=0x1&uint256=1",
  `ethereum:${EVM}@0x1?value=1`,
  `ethereum:${EVM}@1?value=1.5`,
  `ethereum:${EVM}@1?value=1&gas=1`,
  `bitcoin:${BITCOIN}?amount=1&amount=2`,
  `bitcoin:${BITCOIN}?req-other=1&amount=1`,
  `bitcoin:${BITCOIN}?amount=1,5`,
  `bitcoin:${BITCOIN}?amount=1&lightning=lnbc1`,
  `solana:${SOLANA}?amount=1&redirect=1`,
  "constructor:1",
  `solana:${SOLANA}?amount=1&amount=2`,
  "solana:not-a-key?amount=1",
  `tron:${TRON}?amount=1&x=2`,
  "tron:TJRabPrwbZy45sbavfcjinPJC18kjpRTv",
  `ton://transfer/${TON}?amount=1.5`,
  `ton://transfer/${TON}?amount=1&bin=abc`,
  "lightning:lnbc1notaninvoice",
  "mailto:someone@example.com",
  "",
])("“%s” is no request", (text) => {
  expect(parsePaymentUri(text)).toBeUndefined();
});

test("whatever amount is written is read back to the last digit", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), (units) => {
      const amount = fromBaseUnits(units, 6);
      const uri =
        presentPayment({ coin: "USDC", network: "Base", address: EVM, amount, token: USDC_BASE })
          .uri ?? "";
      expect(parsePaymentUri(uri, 6)?.amount).toBe(amount);
    }),
  );
});
