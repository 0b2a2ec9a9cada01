import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterChoices, narrowPlans, type PlanFilter } from "@/components/product/narrow-plans";

const place = (code: string) => ({ code, name: `Name of ${code}` });
const plan = (gigabytes: string | undefined, days: number | undefined, ...codes: string[]) => ({
  measure: { gigabytes, days, isUnlimited: gigabytes === undefined },
  regions: codes.map(place),
});
const PLANS = [
  plan("10", 30, "US", "CA"),
  plan("1", 3, "US"),
  plan("0.5", 3, "US"),
  plan(undefined, 7, "CA", "MX"),
  plan("3", 7, "US"),
];

describe("plans that are narrowed", () => {
  it.each<[PlanFilter, number[]]>([
    [{}, [0, 1, 2, 3, 4]],
    [{ days: 3 }, [1, 2]],
    [{ data: "0.5" }, [2]],
    [{ data: "unlimited" }, [3]],
    [{ region: "CA" }, [0, 3]],
    [{ region: "CA", days: 30 }, [0]],
  ])("to %o", (filter, kept) => {
    expect(narrowPlans(PLANS, filter)).toEqual(kept.map((index) => PLANS[index]));
  });

  it("offer amounts, lengths and places in order, and what has no limit last", () => {
    const choices = filterChoices(PLANS, {});
    expect(choices.days).toEqual([3, 7, 30]);
    expect(choices.data).toEqual(["0.5", "1", "3", "10", "unlimited"]);
    expect(choices.region.map(({ code }) => code)).toEqual(["CA", "MX", "US"]);
  });

  it("offer with one answer given only what the others still allow", () => {
    const choices = filterChoices(PLANS, { days: 7 });
    expect(choices.days).toEqual([3, 7, 30]);
    expect(choices.data).toEqual(["3", "unlimited"]);
  });

  it("ask nothing that all of them answer alike", () => {
    expect(filterChoices([plan("1", 7, "US"), plan("3", 7, "US")], {})).toEqual({
      days: [],
      data: ["1", "3"],
      region: [],
    });
    expect(filterChoices([{}, {}], {})).toEqual({ days: [], data: [], region: [] });
  });

  it("never end up with none of them, whatever is chosen one after the other", () => {
    const some = fc.record({
      measure: fc.option(
        fc.record({
          gigabytes: fc.constantFrom("0.5", "1", "10", undefined),
          days: fc.constantFrom(1, 7, 30, undefined),
          isUnlimited: fc.boolean(),
        }),
        { nil: undefined },
      ),
      regions: fc.subarray(["US", "CA", "MX"]).map((codes) => codes.map(place)),
    });
    const steps = fc.array(fc.tuple(fc.constantFrom("days", "data", "region"), fc.nat(20)));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), steps, (plans, chosen) => {
        let filter: PlanFilter = {};
        for (const [key, at] of chosen) {
          const { days, data, region } = filterChoices(plans, filter);
          const offered = { days, data, region: region.map(({ code }) => code) }[key];
          if (offered.length === 0) continue;
          filter = { ...filter, [key]: offered[at % offered.length] };
          expect(narrowPlans(plans, filter).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
