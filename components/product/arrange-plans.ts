import type { CoinAmount } from "@/lib/contract/catalog";
import { isAmount, isLess, isPositive, toBaseUnits } from "@/lib/payment/amount";
import type { PlanMeasure } from "./plan-measure";

export type PlanSort = "days" | "data" | "price";
type Priced = { measure?: PlanMeasure | undefined };

const SCALE = 30;

/**
 * Plans in the order that was asked for; what cannot be compared comes last, and of equal plans the one
 * that came first. Unlimited data is more than any.
 */
export function arrangePlans<Option extends Priced>(
  plans: readonly Option[],
  sort: PlanSort,
  priceOf: (plan: Option) => CoinAmount | undefined,
): Option[] {
  const amount = (plan: Option) => priceOf(plan)?.amount;
  const keys: Record<PlanSort, ((left: Option, right: Option) => number)[]> = {
    days: [byDays, byData],
    data: [byData, byDays],
    price: [(left, right) => compareAmounts(amount(left), amount(right)), byDays],
  };
  return [...plans].sort((left, right) => {
    for (const key of keys[sort]) {
      const order = key(left, right);
      if (order !== 0) return order;
    }
    return 0;
  });
}

const byDays = (left: Priced, right: Priced): number =>
  compareAmounts(left.measure?.days?.toString(), right.measure?.days?.toString());

function byData({ measure: left }: Priced, { measure: right }: Priced): number {
  const [more, less] = [left?.isUnlimited === true, right?.isUnlimited === true];
  if (more !== less) return more ? 1 : -1;
  return compareAmounts(left?.gigabytes, right?.gigabytes);
}

/** Amounts as decimal texts, the least first; what is none comes last. */
export function compareAmounts(left: string | undefined, right: string | undefined): number {
  const [has, had] = [left !== undefined && isAmount(left), right !== undefined && isAmount(right)];
  if (!has || !had) return Number(had) - Number(has);
  if (left === undefined || right === undefined) return 0;
  return isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0;
}

/** A price for one of so many units, rounded up to four digits: it compares and is never paid. */
export function unitPrice(price: CoinAmount, units: string): CoinAmount | undefined {
  if (!isAmount(price.amount) || !isPositive(units)) return undefined;
  const [total, count] = [toBaseUnits(price.amount, SCALE), toBaseUnits(units, SCALE)];
  const tenThousandths = (total * 10_000n + count - 1n) / count;
  const digits = tenThousandths.toString().padStart(5, "0");
  const text = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, "");
  return { amount: text, coin: price.coin };
}
