import { bytesOf } from "../data/random";
import { base58, base58Check, bech32, evmAddress, tonAddress, toWords } from "./encodings";

/** The address that an order is paid to: valid in form, and nobody's. */
export function addressFor(label: string, coin: string, network: string, invoice: Invoice): string {
  const bytes = bytesOf(`address|${label}`);
  switch (network) {
    case "Solana":
      return base58(bytes);
    case "Tron":
      return base58Check(0x41, bytes.subarray(0, 20));
    case "Ton":
      return tonAddress(bytes);
    case "Lightning":
      return lightningInvoice(label, invoice);
    case "Mainnet":
      if (coin === "DOGE") return base58Check(0x1e, bytes.subarray(0, 20));
      return bech32(coin === "LTC" ? "ltc" : "bc", [0, ...toWords(bytes.subarray(0, 20))]);
    default:
      return evmAddress(bytes);
  }
}

type Invoice = { btc: string; createdAt: number; expirySeconds: number };

const words = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(value / 32 ** (count - 1 - index)) % 32);

/** A BOLT11 invoice with amount, time and expiry. Its signature is noise: nobody can pay it. */
function lightningInvoice(label: string, { btc, createdAt, expirySeconds }: Invoice): string {
  const [whole = "0", fraction = ""] = btc.split(".");
  const pico = BigInt(whole + fraction.padEnd(12, "0").slice(0, 12));
  const hash = toWords(bytesOf(`payment|${label}`));
  const expiry = words(expirySeconds, 2);
  const noise = Array.from({ length: 4 }, (_, index) => [
    ...bytesOf(`${label}|signature|${index}`),
  ]).flat();
  const data = [
    ...words(createdAt, 7),
    ...[1, ...words(hash.length, 2), ...hash],
    ...[6, ...words(expiry.length, 2), ...expiry],
    ...noise.slice(0, 104).map((byte) => byte % 32),
  ];
  return bech32(`lnbc${pico}p`, data);
}
