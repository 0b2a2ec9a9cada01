import { bech32 } from "@scure/base";
import { fromBaseUnits } from "./amount";
import type { PaymentRequest } from "./payment-request";

const SIGNATURE_WORDS = 104;
const TIMESTAMP_WORDS = 7;
/** The letter `x` of bech32. */
const EXPIRY_TAG = 6;
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
  const decoded = decode(text);
  const human = /^ln(?:bc|tb|bcrt)(?:(\d{1,12})([munp]?))?$/.exec(decoded?.prefix ?? "");
  if (!decoded || !human) return undefined;
  const { words } = decoded;
  if (words.length < TIMESTAMP_WORDS + SIGNATURE_WORDS) return undefined;
  const data = words.slice(0, -SIGNATURE_WORDS);
  const expiresAtSeconds = toNumber(data.slice(0, TIMESTAMP_WORDS)) + expirySeconds(data);
  if (human[1] === undefined) return { expiresAtSeconds };
  const pico = BigInt(human[1]) * (PICO_PER_UNIT[human[2] ?? ""] ?? 0n);
  if (pico % PICO_PER_MILLISATOSHI !== 0n) return undefined;
  return { amount: fromBaseUnits(pico, 12), expiresAtSeconds };
}

function decode(text: string): { prefix: string; words: number[] } | undefined {
  try {
    return bech32.decode(text as `${string}1${string}`, false);
  } catch {
    // The library throws for other letters, letters of both cases, and a wrong checksum.
    return undefined;
  }
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
