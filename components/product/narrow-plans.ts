import { compareAmounts } from "./arrange-plans";
import type { PlanMeasure } from "./plan-measure";

export type Region = { code: string; name: string };

type Narrowable = {
  measure?: PlanMeasure | undefined;
  regions?: readonly Region[] | undefined;
};

/** What the plans are narrowed to; what is absent is not asked for. */
export type PlanFilter = {
  days?: number | undefined;
  /** Gigabytes as a decimal text, or {@link UNLIMITED}. */
  data?: string | undefined;
  region?: string | undefined;
};

export const UNLIMITED = "unlimited";

const TESTS: {
  [Key in keyof Required<PlanFilter>]: (plan: Narrowable, wish: PlanFilter[Key]) => boolean;
} = {
  days: ({ measure }, days) => measure?.days === days,
  data: ({ measure }, data) => dataOf(measure) === data,
  region: ({ regions = [] }, region) => regions.some(({ code }) => code === region),
};

export function narrowPlans<Plan extends Narrowable>(
  plans: readonly Plan[],
  filter: PlanFilter,
): Plan[] {
  const { days, data, region } = filter;
  return plans.filter(
    (plan) =>
      (days === undefined || TESTS.days(plan, days)) &&
      (data === undefined || TESTS.data(plan, data)) &&
      (region === undefined || TESTS.region(plan, region)),
  );
}

/**
 * What each question can still be answered with, given the answers to the others: so whatever is chosen,
 * there is a plan for it. A question that all plans answer alike is left out.
 */
export function filterChoices(plans: readonly Narrowable[], filter: PlanFilter) {
  return {
    days: choices(plans, narrowPlans(plans, { ...filter, days: undefined }), daysIn),
    data: choices(plans, narrowPlans(plans, { ...filter, data: undefined }), dataIn),
    region: choices(plans, narrowPlans(plans, { ...filter, region: undefined }), regionsIn),
  };
}

function choices<Choice>(
  all: readonly Narrowable[],
  left: readonly Narrowable[],
  read: (plans: readonly Narrowable[]) => Choice[],
): Choice[] {
  return read(all).length > 1 ? read(left) : [];
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const daysIn = (plans: readonly Narrowable[]): number[] =>
  unique(plans.flatMap(({ measure }) => measure?.days ?? [])).sort((one, other) => one - other);

function dataIn(plans: readonly Narrowable[]): string[] {
  const amounts = unique(plans.flatMap(({ measure }) => dataOf(measure) ?? []));
  const limited = amounts.filter((amount) => amount !== UNLIMITED).sort(compareAmounts);
  return amounts.includes(UNLIMITED) ? [...limited, UNLIMITED] : limited;
}

function regionsIn(plans: readonly Narrowable[]): Region[] {
  const byCode = new Map(
    plans.flatMap(({ regions = [] }) => regions.map((one) => [one.code, one])),
  );
  return [...byCode.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function dataOf(measure: PlanMeasure | undefined): string | undefined {
  return measure?.isUnlimited ? UNLIMITED : measure?.gigabytes;
}
