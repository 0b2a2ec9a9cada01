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

const DIGITS_OF_OTHERS = 6;
/** More than any amount here has. */
const MOST_DIGITS = 18;

export const isCoin = (coin: string): boolean => Object.hasOwn(MICRO_DOLLARS, coin);

const digitsOf = (coin: string): number => DIGITS[coin] ?? DIGITS_OF_OTHERS;

/** A decimal as an integer of its last of so many digits; digits beyond are cut. */
function toUnits(amount: string, digits: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
}

/** The shortest decimal of an integer with so many digits behind the point. */
function fromUnits(units: bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, "0");
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  const whole = text.slice(0, text.length - digits);
  return digits === 0 || fraction === "" ? whole : `${whole}.${fraction}`;
}

const fractionOf = (amount: string): number => amount.split(".")[1]?.length ?? 0;

const roundedUp = (units: bigint, by: bigint): bigint => (units + by - 1n) / by;

/** `amount` times `numerator` / `denominator`, rounded up to the digits that the coin's prices have. */
export function shareOf(
  amount: string,
  coin: string,
  numerator: bigint,
  denominator: bigint,
): string {
  const digits = Math.max(digitsOf(coin), fractionOf(amount));
  return fromUnits(roundedUp(toUnits(amount, digits) * numerator, denominator), digits);
}

/** A face value in micro-dollars. */
export function microDollars(value: string, currency: string): bigint {
  return (toUnits(value, 6) * 1_000_000n) / (PER_DOLLAR[currency] ?? 1_000_000n);
}

/** What a product costs in micro-dollars: its value and a margin of 1 to 16 per cent, irregular by product. */
export function withMargin(micro: bigint, label: string): bigint {
  const margin = BigInt(100 + (bytesOf(`margin|${label}`).readUInt16BE(0) % 1500));
  return (micro * (10_000n + margin)) / 10_000n;
}

/** An amount of a coin worth so many micro-dollars, rounded up to the digits upstream gives. */
export function inCoin(micro: bigint, coin: string): string {
  const digits = digitsOf(coin);
  const rate = MICRO_DOLLARS[coin] ?? 1_000_000n;
  return fromUnits(roundedUp(micro * 10n ** BigInt(digits), rate), digits);
}

/** Euros with four digits, as upstream keeps its own books. */
export function inEuro(micro: bigint): string {
  const units = (micro * (PER_DOLLAR.EUR ?? 1n)) / 100_000_000n;
  const text = units.toString().padStart(5, "0");
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
}

/** Adds decimal strings exactly. */
export function addAmounts(amounts: readonly string[]): string {
  const units = amounts.map((amount) => toUnits(amount, MOST_DIGITS));
  return fromUnits(
    units.reduce((sum, one) => sum + one, 0n),
    MOST_DIGITS,
  );
}

/** `amount` times `numerator` / `denominator`, rounded down, with at most `amount`'s own digits. */
export function scaleAmount(amount: string, numerator: bigint, denominator: bigint): string {
  const digits = fractionOf(amount);
  return fromUnits((toUnits(amount, digits) * numerator) / denominator, digits);
}

/** `left` less `right`; nothing when `right` is more. */
export function subtract(left: string, right: string): string {
  const rest = toUnits(left, MOST_DIGITS) - toUnits(right, MOST_DIGITS);
  return rest > 0n ? fromUnits(rest, MOST_DIGITS) : "0";
}
