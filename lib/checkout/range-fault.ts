import { fromBaseUnits, isAmount, toBaseUnits } from "../payment/amount";

type Range = { min: string; max: string; step: string; currency: string };

export type RangeFault =
  | { code: "format" }
  | { code: "outside"; min: string; max: string }
  | { code: "step"; step: string; nearest: string };

/** As many digits as any amount on record may have. */
const SCALE = 30;

/** Why a value is not one of a range; `undefined` when it is. Steps are counted from the minimum. */
export function rangeFault(value: string, range: Range): RangeFault | undefined {
  if (!isAmount(value)) return { code: "format" };
  const units = (text: string) => toBaseUnits(text, SCALE);
  const [wanted, min, max, step] = [value, range.min, range.max, range.step].map(units);
  if (wanted === undefined || min === undefined || max === undefined || step === undefined) {
    return { code: "format" };
  }
  if (wanted < min || wanted > max) return { code: "outside", min: range.min, max: range.max };
  const over = step > 0n ? (wanted - min) % step : 0n;
  if (over === 0n) return undefined;
  return { code: "step", step: range.step, nearest: fromBaseUnits(wanted - over, SCALE) };
}
