import { fromBaseUnits } from "./amount";
import type { PaymentRequest } from "./payment-request";

const CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const SIGNATURE_WORDS = 104;
const TIMESTAMP_WORDS = 7;
const EXPIRY_TAG = CHARSET.indexOf("x");
const DEFAULT_EXPIRY_SECONDS = 3600;
/** A longer time is as good as none, and beyond the years that a date can hold. */
const MAX_EXPIRY_SECONDS = 10 * 365 * 86_400;
/** The smallest amount there is, a millisatoshi. */
const PICO_PER_MILLISATOSHI = 10n;
/** An invoice's amount is a number of these parts of a bitcoin; millisatoshi are 11 digits. */
const PICO_PER_UNIT: Readonly<Record<string, bigint>> = {
  "": 1_000_000_000_000n,
  m: 1_000_000_000n,
  u: 1_000_000n,
  n: 1_000n,
  p: 1n,
};

type Invoice = {
  /** In bitcoin; absent when the payer chooses. */
  amount?: string;
  expiresAtSeconds: number;
};

/** Reads a BOLT11 invoice as far as a payment page needs it; `undefined` when its checksum is wrong. */
export function parseInvoice(text: string): Invoice | undefined {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return undefined;
  const split = lower.lastIndexOf("1");
  const prefix = lower.slice(0, split);
  const human = /^ln(?:bc|tb|bcrt)(?:(\d{1,12})([munp]?))?$/.exec(prefix);
  const words = [...lower.slice(split + 1)].map((letter) => CHARSET.indexOf(letter));
  if (split < 4 || !human || words.includes(-1)) return undefined;
  if (words.length < TIMESTAMP_WORDS + SIGNATURE_WORDS + 6) return undefined;
  if (!checksumHolds(prefix, words)) return undefined;
  const data = words.slice(0, -6 - SIGNATURE_WORDS);
  const expiresAtSeconds = toNumber(data.slice(0, TIMESTAMP_WORDS)) + expirySeconds(data);
  if (human[1] === undefined) return { expiresAtSeconds };
  const pico = BigInt(human[1]) * (PICO_PER_UNIT[human[2] ?? ""] ?? 0n);
  if (pico % PICO_PER_MILLISATOSHI !== 0n) return undefined;
  return { amount: fromBaseUnits(pico, 12), expiresAtSeconds };
}

export function encodeLightning(invoice: string): string {
  return `lightning:${invoice}`;
}

export function parseLightning(text: string): PaymentRequest | undefined {
  const match = /^lightning:([a-z0-9]{50,2000})$/i.exec(text);
  const invoice = match?.[1] ?? "";
  const parsed = parseInvoice(invoice);
  if (!parsed) return undefined;
  return {
    scheme: "lightning",
    address: invoice.toLowerCase(),
    ...(parsed.amount === undefined ? {} : { amount: parsed.amount }),
  };
}

const toNumber = (words: readonly number[]): number =>
  words.reduce((value, word) => value * 32 + word, 0);

function expirySeconds(data: readonly number[]): number {
  let at = TIMESTAMP_WORDS;
  while (at + 3 <= data.length) {
    const length = toNumber(data.slice(at + 1, at + 3));
    if (data[at] === EXPIRY_TAG) {
      return Math.min(toNumber(data.slice(at + 3, at + 3 + length)), MAX_EXPIRY_SECONDS);
    }
    at += 3 + length;
  }
  return DEFAULT_EXPIRY_SECONDS;
}

/** BIP173's checksum over the human-readable part and the data. */
function checksumHolds(prefix: string, words: readonly number[]): boolean {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  let check = 1;
  for (const value of [...expanded, ...words]) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, term] of GENERATOR.entries()) if ((top >> bit) & 1) check ^= term;
  }
  return check === 1;
}
