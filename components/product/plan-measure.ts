import type { Plan } from "@/lib/contract/catalog";
import { isAmount, timesOf } from "@/lib/payment/amount";

/** A plan in numbers that can be compared: days, and gigabytes as a decimal text. */
export type PlanMeasure = {
  gigabytes?: string | undefined;
  isUnlimited: boolean;
  days?: number | undefined;
};

const DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 30, YEAR: 365 };
/** Decimal, as operators count. */
const MEGABYTES: Readonly<Record<string, number>> = { MB: 1, GB: 1000, TB: 1_000_000 };

/** How much a plan holds and for how long; `undefined` for a product that is none. */
export function planMeasure(plan: Plan | undefined): PlanMeasure | undefined {
  if (!plan) return undefined;
  const { quantity = 0, unit = "" } = plan.validity ?? {};
  const days = DAYS[unit.toUpperCase().replace(/S$/, "")];
  return {
    gigabytes: gigabytesOf(plan.data),
    isUnlimited: plan.unlimited === true,
    days: days === undefined ? undefined : days * quantity,
  };
}

/** Of a range of data the least counts, for that is what one surely gets. */
function gigabytesOf(data: string | undefined): string | undefined {
  const [, amount = "", unit = ""] = /^([\d.]+)(?:–[\d.]+)?\s*([A-Z]+)$/i.exec(data ?? "") ?? [];
  const megabytes = MEGABYTES[unit.toUpperCase()];
  if (megabytes === undefined || !isAmount(amount)) return undefined;
  return thousandth(timesOf(amount, megabytes));
}

/** A thousandth, exactly: the decimal point moves by three places. */
function thousandth(amount: string): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  const digits = whole.padStart(4, "0");
  const text = `${digits.slice(0, -3)}.${digits.slice(-3)}${fraction}`;
  return text.replace(/^0+(?=\d)/, "").replace(/\.?0+$/, "") || "0";
}
