import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangePlans, unitPrice } from "@/components/product/arrange-plans";
import { type PlanMeasure, planMeasure } from "@/components/product/plan-measure";
import { toProduct } from "@/lib/catalog/to-product";
import { productSchema } from "@/lib/cryptorefills/schemas/product";

const plan = (data: string | undefined, quantity = 7, unit = "DAYS", unlimited = false) =>
  planMeasure({
    ...(data !== undefined && { data }),
    unlimited,
    validity: { quantity, unit },
    benefits: [],
  });

describe("a plan in numbers", () => {
  it.each([
    ["10 GB", "10"],
    ["500 MB", "0.5"],
    ["1.5 GB", "1.5"],
    ["1 TB", "1000"],
    ["5–10 GB", "5"],
    ["50 MB", "0.05"],
  ])("%s are %s gigabytes", (data, gigabytes) => {
    expect(plan(data)?.gigabytes).toBe(gigabytes);
  });

  it.each([
    [7, "DAY", 7],
    [7, "DAYS", 7],
    [2, "weeks", 14],
    [1, "MONTH", 30],
    [1, "YEARS", 365],
    [12, "HOURS", undefined],
  ])("%s %s are %s days", (quantity, unit, days) => {
    expect(plan("1 GB", quantity, unit)?.days).toBe(days);
  });

  it("is no number where upstream's words are none", () => {
    expect(plan("plenty")?.gigabytes).toBeUndefined();
    expect(planMeasure(undefined)).toBeUndefined();
  });
});

describe("plans in an order", () => {
  const plans = [
    { name: "b", measure: plan("10 GB", 30), price: "17" },
    { name: "u", measure: plan(undefined, 3, "DAYS", true), price: "12" },
    { name: "a", measure: plan("1 GB", 3), price: "3.5" },
    { name: "c", measure: plan("3 GB", 7), price: undefined },
    { name: "x", measure: plan("odd", 12, "HOURS"), price: "1" },
  ];
  const names = (sort: "days" | "data" | "price") =>
    arrangePlans(plans, sort, ({ price }) =>
      price === undefined ? undefined : { amount: price, coin: "USDC" },
    ).map(({ name }) => name);

  it("are sorted by length, then by data", () => expect(names("days")).toEqual([..."aucbx"]));
  it("are sorted by data, without limit at the end of what can be compared", () =>
    expect(names("data")).toEqual(["a", "c", "b", "x", "u"]));
  it("are sorted by price, what has none last", () =>
    expect(names("price")).toEqual(["x", "a", "u", "b", "c"]));

  it("are all still there, whatever they hold", () => {
    const measure = fc.record({
      gigabytes: fc.option(fc.stringMatching(/^\d{1,3}(\.\d{1,2})?$/), { nil: undefined }),
      isUnlimited: fc.boolean(),
      days: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
    });
    const some = fc.array(fc.record({ measure: fc.option(measure, { nil: undefined }) }));
    fc.assert(
      fc.property(some, fc.constantFrom("days", "data", "price"), (all, sort) => {
        const arranged = arrangePlans(all, sort, () => undefined);
        expect(new Set(arranged)).toEqual(new Set(all));
        const days = arranged.flatMap(({ measure: one }) => one?.days ?? []);
        if (sort === "days") expect(days).toEqual([...days].sort((a, b) => a - b));
      }),
    );
  });
});

describe("what one unit costs", () => {
  it.each([
    ["17", "10", "1.7"],
    ["10", "3", "3.3334"],
    ["0.0001", "1000", "0.0001"],
    ["5.9", "0.5", "11.8"],
  ])("%s for %s is %s", (amount, units, each) => {
    expect(unitPrice({ amount, coin: "USDC" }, units)?.amount).toBe(each);
  });

  it("is nothing without units", () => {
    expect(unitPrice({ amount: "1", coin: "USDC" }, "0")).toBeUndefined();
  });
});

describe("benefits as upstream writes them", () => {
  const product = (amounts: unknown[]) =>
    toProduct(
      productSchema.parse({
        denomination: "Bundle",
        delivery_type: "by_phone",
        benefits: amounts.map((base, index) => ({
          type: index === 0 ? "DATA" : "SMS",
          unit: index === 0 ? "GB" : "SMS",
          amount: { base },
        })),
      }),
    )?.plan;

  it("are numbers, objects or ranges, and -1 is without limit", () => {
    expect(product([10, { type: "range", min: 30, max: 60, increment: 10 }])).toMatchObject({
      data: "10 GB",
      unlimited: false,
      benefits: [{ amount: "10" }, { amount: "30–60", unlimited: false }],
    });
    expect(product([{ type: "fixed", amount: -1 }])).toMatchObject({ unlimited: true });
    expect(product([-1])?.data).toBeUndefined();
  });
});

it("a measure is what the tiles get", () => {
  const measure: PlanMeasure | undefined = plan("1 GB");
  expect(measure).toEqual({ gigabytes: "1", isUnlimited: false, days: 7 });
});

it.each(["by_pigeon", "constructor", ""])(
  "a product that is delivered “%s” is not sold",
  (delivery_type) => {
    const row = { denomination: "10 USD", delivery_type };
    expect(toProduct(productSchema.parse(row))).toBeUndefined();
    expect(
      toProduct(productSchema.parse({ ...row, delivery_type: "by_account" }))?.deliversTo,
    ).toBe("account");
  },
);
