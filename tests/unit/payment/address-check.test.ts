import { bech32 } from "@scure/base";
import { describe, expect, test } from "vitest";
import { isAddressOf, isLegacyBitcoinAddress } from "@/lib/payment/address-check";
import type { AddressFormat } from "@/lib/payment/networks";
import { addressFor } from "@/sandbox/orders/addresses";

const INVOICE =
  "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpuaztrnwngzn3kdzw5hydlzf03qdgm2hdq27cqv3agm2awhz5se903vruatfhq77w3ls4evs3ch9zw97j25emudupq63nyw24cg27h2rspfj9srp";
/** The same invoice, right in its checksum, for the network that is there to try things out. */
const TEST_INVOICE = bech32.encode(
  "lntb2500u",
  bech32.decode(INVOICE as `${string}1${string}`, false).words,
  false,
);

// From EIP-55, BIP173, BIP350, BOLT11 and the issuers' own lists of contracts.
const RIGHT: [AddressFormat, string][] = [
  ["evm", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"],
  ["evm", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"],
  ["bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
  ["bitcoin", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"],
  ["bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["bitcoin", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"],
  ["bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"],
  ["litecoin", "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1"],
  ["litecoin", "MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441"],
  ["litecoin", "ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9"],
  ["dogecoin", "DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyD"],
  ["dogecoin", "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L"],
  ["solana", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"],
  ["tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"],
  ["ton", "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs"],
  ["ton", "UQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_p0p"],
  ["ton", "Ef-xE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_j-k"],
  ["ton", "0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe"],
  ["lightning", INVOICE],
];

test.each(RIGHT)("an address of %s is known by its checksum: %s", (format, address) => {
  expect(isAddressOf(format, address)).toBe(true);
});

test.each<[AddressFormat, string, string]>([
  ["evm", "one letter in the wrong case", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed"],
  ["evm", "a digit too few", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"],
  ["evm", "no prefix", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"],
  ["bitcoin", "one letter changed", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"],
  ["bitcoin", "one letter changed", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"],
  ["bitcoin", "the test network", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"],
  ["bitcoin", "mixed case", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3t4"],
  [
    "bitcoin",
    "version 1 with the old checksum",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
  ],
  ["bitcoin", "a version that nobody can own yet", "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs"],
  ["bitcoin", "nothing but its prefix", "bc1"],
  ["litecoin", "one letter changed", "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc2"],
  ["litecoin", "a script that may be bitcoin's", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"],
  ["dogecoin", "one letter changed", "DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyE"],
  ["litecoin", "an address of bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["dogecoin", "an address of bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
  ["tron", "one letter changed", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u"],
  ["tron", "an address of bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
  ["solana", "letters too few", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyT"],
  ["solana", "a letter that base58 lacks", "0PjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"],
  ["ton", "the test network", "kQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_ntm"],
  ["ton", "a workchain that nobody has", "EQOxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_kap"],
  ["ton", "one letter changed", "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDt"],
  [
    "ton",
    "a workchain that nobody has",
    "7:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe",
  ],
  ["lightning", "the test network", TEST_INVOICE],
  ["lightning", "one letter changed", INVOICE.replace("pvjluez", "pvjluey")],
  ["other", "spaces", "not an address at all"],
])("%s refuses %s", (format, _why, address) => {
  expect(isAddressOf(format, address)).toBe(false);
});

describe("an address of one chain", () => {
  const formats = [...new Set(RIGHT.map(([format]) => format))];

  test.each(RIGHT)("%s is no address of any other: %s", (own, address) => {
    const others = formats.filter((format) => format !== own);
    expect(others.filter((format) => isAddressOf(format, address))).toEqual([]);
  });
});

test("refunds in bitcoin go to the old form alone", () => {
  expect(isLegacyBitcoinAddress("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")).toBe(true);
  expect(isLegacyBitcoinAddress("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")).toBe(false);
});

test.each<[AddressFormat, string, string]>([
  ["evm", "USDC", "Base"],
  ["solana", "USDC", "Solana"],
  ["tron", "USDT", "Tron"],
  ["ton", "USDT", "Ton"],
  ["bitcoin", "BTC", "Mainnet"],
  ["litecoin", "LTC", "Mainnet"],
  ["dogecoin", "DOGE", "Mainnet"],
  ["lightning", "BTC", "Lightning"],
])("the sandbox hands out addresses of %s that hold", (format, coin, network) => {
  for (let index = 0; index < 25; index += 1) {
    const options = { btc: "0.00032833", createdAt: 1_800_000_000, expirySeconds: 900 };
    const address = addressFor(`order-${index}`, coin, network, options);
    expect(isAddressOf(format, address), address).toBe(true);
  }
});
