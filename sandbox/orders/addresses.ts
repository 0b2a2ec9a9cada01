import { sha256 } from "@noble/hashes/sha2.js";
import { base58, base64urlnopad, bech32, createBase58check } from "@scure/base";
import { getAddress } from "viem";
import { bytesOf } from "../data/random";

const base58check = createBase58check(sha256);

/** The address that an order is paid to: valid in form, and nobody's. */
export function addressFor(label: string, coin: string, network: string, invoice: Invoice): string {
  const bytes = bytesOf(`address|${label}`);
  const hash = bytes.subarray(0, 20);
  const versioned = (version: number) => base58check.encode(Uint8Array.of(version, ...hash));
  switch (network) {
    case "Solana":
      return base58.encode(bytes);
    case "Tron":
      return versioned(0x41);
    case "Ton":
      return tonAddress(bytes);
    case "Lightning":
      return lightningInvoice(label, invoice);
    case "Mainnet":
      if (coin === "DOGE") return versioned(0x1e);
      return bech32.encode(coin === "LTC" ? "ltc" : "bc", [0, ...bech32.toWords(hash)]);
    default:
      return getAddress(`0x${hash.toString("hex")}`);
  }
}

/** TON's friendly form: tag, workchain, hash and a CRC-16/XMODEM over them, in base64url. */
function tonAddress(hash: Uint8Array): string {
  const body = Uint8Array.of(0x51, 0x00, ...hash);
  let crc = 0;
  for (const byte of body) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    crc &= 0xffff;
  }
  return base64urlnopad.encode(Uint8Array.of(...body, crc >> 8, crc & 255));
}

type Invoice = { btc: string; createdAt: number; expirySeconds: number };

const TAGS = { paymentHash: 1, expiry: 6 };
const SIGNATURE_WORDS = 104;

const words = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(value / 32 ** (count - 1 - index)) % 32);

const tagged = (tag: number, data: readonly number[]): number[] => [
  tag,
  ...words(data.length, 2),
  ...data,
];

/** A BOLT11 invoice with amount, time and expiry. Its signature is noise: nobody can pay it. */
function lightningInvoice(label: string, { btc, createdAt, expirySeconds }: Invoice): string {
  const [whole = "0", fraction = ""] = btc.split(".");
  const pico = BigInt(whole + fraction.padEnd(12, "0").slice(0, 12));
  const noise = [0, 1, 2, 3].flatMap((index) => [...bytesOf(`${label}|signature|${index}`)]);
  const data = [
    ...words(createdAt, 7),
    ...tagged(TAGS.paymentHash, bech32.toWords(bytesOf(`payment|${label}`))),
    ...tagged(TAGS.expiry, words(expirySeconds, 2)),
    ...noise.slice(0, SIGNATURE_WORDS).map((byte) => byte % 32),
  ];
  return bech32.encode(`lnbc${pico}p`, data, false);
}
