/** A plain decimal without sign, exponent or separators: the only form in which amounts travel. */
const DECIMAL = /^(\d{1,30})(?:\.(\d{1,30}))?$/;

/** Enough digits for any coin: comparisons are made on integers of this scale. */
const SCALE = 30;

/**
 * An amount as an integer of its smallest unit.
 * @throws RangeError for anything that is no plain decimal, or has more digits than the unit can hold:
 * to round an amount of money is to change it.
 */
export function toBaseUnits(amount: string, decimals: number): bigint {
  const match = DECIMAL.exec(amount);
  if (!match) throw new RangeError("not a plain decimal amount");
  const [, whole = "0", fraction = ""] = match;
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) throw new RangeError("more digits than the unit holds");
  return BigInt(whole + significant.padEnd(decimals, "0"));
}

/** The shortest decimal of an integer of smallest units. */
export function fromBaseUnits(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

const scaled = (amount: string): bigint => toBaseUnits(amount, SCALE);

/**
 * The shortest form of an amount: `500.00` is `500`.
 * @throws RangeError for an amount that so many decimals cannot hold.
 */
export function shortest(amount: string, decimals = SCALE): string {
  return fromBaseUnits(toBaseUnits(amount, decimals), decimals);
}

export function isAmount(text: string): boolean {
  return DECIMAL.test(text);
}

export function isPositive(amount: string): boolean {
  return isAmount(amount) && scaled(amount) > 0n;
}

export function isLess(left: string, right: string): boolean {
  return scaled(left) < scaled(right);
}

export function sameAmount(left: string, right: string): boolean {
  return isAmount(left) && isAmount(right) && scaled(left) === scaled(right);
}

/** `left` less `right`, or `undefined` when nothing is left. */
export function remainder(left: string, right: string): string | undefined {
  const rest = scaled(left) - scaled(right);
  return rest > 0n ? fromBaseUnits(rest, SCALE) : undefined;
}

/** The exact sum of amounts of one unit. */
export function sumOf(amounts: readonly string[]): string {
  return fromBaseUnits(
    amounts.reduce((sum, amount) => sum + scaled(amount), 0n),
    SCALE,
  );
}

/** An amount, so many times. */
export function timesOf(amount: string, times: number): string {
  return fromBaseUnits(scaled(amount) * BigInt(times), SCALE);
}

/** What is left of `left` when `right` is taken from it as often as it goes; nothing where `right` is nothing. */
export function restOf(left: string, right: string): string {
  const by = scaled(right);
  return by === 0n ? "0" : fromBaseUnits(scaled(left) % by, SCALE);
}

/** Whether `actual` is more than `basisPoints` hundredths of a per cent above `accepted`. */
export function exceedsBy(accepted: string, actual: string, basisPoints: number): boolean {
  return scaled(actual) * 10_000n > scaled(accepted) * (10_000n + BigInt(basisPoints));
}

/** By how many per cent `price` is above `value`, to one decimal place; negative when it is below. */
export function percentAbove(value: string, price: string): string {
  const base = scaled(value);
  if (base === 0n) throw new RangeError("nothing to compare with");
  const difference = (scaled(price) - base) * 1_000n;
  const sign = difference < 0n ? "-" : "";
  const magnitude = difference < 0n ? -difference : difference;
  const tenths = (magnitude + base / 2n) / base;
  return tenths === 0n ? "0" : `${sign}${fromBaseUnits(tenths, 1)}`;
}
