import { isAmount, isLess, isPositive, remainder, restOf } from "../payment/amount";

type Range = { min: string; max: string; step: string; currency: string };

export type RangeFault =
  | { code: "format" }
  | { code: "outside"; min: string; max: string }
  /** `nearest` is the next value below that is one of the range. */
  | { code: "step"; step: string; nearest: string };

/** Why a value is not one of a range; `undefined` when it is. Steps are counted from the minimum. */
export function rangeFault(value: string, range: Range): RangeFault | undefined {
  if (!isAmount(value)) return { code: "format" };
  const { min, max, step } = range;
  if (isLess(value, min) || isLess(max, value)) return { code: "outside", min, max };
  const over = restOf(remainder(value, min) ?? "0", step);
  if (!isPositive(over)) return undefined;
  return { code: "step", step, nearest: remainder(value, over) ?? "0" };
}
