import { bytesOf } from "./random";

/** Dollars per coin, as micro-dollars, so that no amount is ever a float. */
const MICRO_DOLLARS: Readonly<Record<string, bigint>> = {
  USDC: 1_000_000n,
  USDT: 1_000_000n,
  BTC: 68_000_000_000n,
  ETH: 3_400_000_000n,
  SOL: 142_000_000n,
  LTC: 85_000_000n,
  DOGE: 140_000n,
  TRX: 160_000n,
  GRAM: 5_200_000n,
};

/** How many of a currency make a dollar, as millionths. */
const PER_DOLLAR: Readonly<Record<string, bigint>> = {
  USD: 1_000_000n,
  EUR: 920_000n,
  GBP: 790_000n,
  TRY: 34_000_000n,
  CAD: 1_360_000n,
  AUD: 1_510_000n,
  INR: 83_000_000n,
  IDR: 15_700_000_000n,
  BRL: 5_400_000n,
  MXN: 18_000_000n,
  NGN: 1_600_000_000n,
  JPY: 150_000_000n,
  KRW: 1_350_000_000n,
  AED: 3_670_000n,
  CHF: 880_000n,
  SEK: 10_500_000n,
  PLN: 4_000_000n,
  VND: 25_000_000_000n,
};

/** Digits after the point that upstream gives for a coin's price. */
const DIGITS: Readonly<Record<string, number>> = {
  USDC: 2,
  USDT: 2,
  BTC: 8,
  ETH: 15,
  LTC: 8,
  DOGE: 6,
  TRX: 6,
};

export const isCoin = (coin: string): boolean => coin in MICRO_DOLLARS;

/** `amount` times `numerator` / `denominator`, rounded up to the digits that the coin's prices have. */
export function shareOf(
  amount: string,
  coin: string,
  numerator: bigint,
  denominator: bigint,
): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  const digits = Math.max(DIGITS[coin] ?? 6, fraction.length);
  const units = BigInt(whole + fraction.padEnd(digits, "0"));
  return plain((units * numerator + denominator - 1n) / denominator, digits);
}

const parse = (value: string): bigint => {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole + fraction.slice(0, 6).padEnd(6, "0"));
};

/** A face value in micro-dollars. */
export function microDollars(value: string, currency: string): bigint {
  return (parse(value) * 1_000_000n) / (PER_DOLLAR[currency] ?? 1_000_000n);
}

/** What a product costs in micro-dollars: its value and a margin of 1 to 16 per cent, irregular by product. */
export function withMargin(micro: bigint, label: string): bigint {
  const margin = BigInt(100 + (bytesOf(`margin|${label}`).readUInt16BE(0) % 1500));
  return (micro * (10_000n + margin)) / 10_000n;
}

/** An amount of a coin worth so many micro-dollars, rounded up to the digits upstream gives. */
export function inCoin(micro: bigint, coin: string): string {
  const digits = DIGITS[coin] ?? 6;
  const scale = 10n ** BigInt(digits);
  const rate = MICRO_DOLLARS[coin] ?? 1_000_000n;
  const units = (micro * scale + rate - 1n) / rate;
  const text = units.toString().padStart(digits + 1, "0");
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  const whole = text.slice(0, text.length - digits);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Euros with up to four digits, as upstream keeps its own books. */
export function inEuro(micro: bigint): string {
  const units = (micro * (PER_DOLLAR.EUR ?? 1n)) / 100_000_000n;
  const text = units.toString().padStart(5, "0");
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
}

/** Adds decimal strings exactly. */
export function addAmounts(amounts: readonly string[]): string {
  const scale = 18;
  const total = amounts.reduce((sum, amount) => {
    const [whole = "0", fraction = ""] = amount.split(".");
    return sum + BigInt(whole + fraction.padEnd(scale, "0"));
  }, 0n);
  return plain(total, scale);
}

/** `amount` times `numerator` / `denominator`, rounded down, with at most `amount`'s own digits. */
export function scaleAmount(amount: string, numerator: bigint, denominator: bigint): string {
  const digits = amount.split(".")[1]?.length ?? 0;
  const [whole = "0", fraction = ""] = amount.split(".");
  return plain((BigInt(whole + fraction) * numerator) / denominator, digits);
}

export function subtract(left: string, right: string): string {
  const scale = 18;
  const units = (amount: string) => {
    const [whole = "0", fraction = ""] = amount.split(".");
    return BigInt(whole + fraction.padEnd(scale, "0"));
  };
  const rest = units(left) - units(right);
  return rest > 0n ? plain(rest, scale) : "0";
}

export function plain(units: bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, "0");
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  const whole = text.slice(0, text.length - digits);
  return digits === 0 || fraction === "" ? whole : `${whole}.${fraction}`;
}
