import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAmount } from "@/components/checkout/amount-check";
import { rangeFault } from "@/lib/checkout/range-fault";
import { fromBaseUnits } from "@/lib/payment/amount";

/** Ranges as upstream has them, in cents so that what is right can be said in whole numbers. */
const ranges = fc
  .record({
    min: fc.bigInt({ min: 1n, max: 1_000_000n }),
    step: fc.bigInt({ min: 1n, max: 10_000n }),
    steps: fc.bigInt({ min: 0n, max: 500n }),
    rest: fc.bigInt({ min: 0n, max: 9_999n }),
  })
  .map(({ min, step, steps, rest }) => ({
    cents: { min, step, max: min + steps * step + (rest % step) },
    steps,
  }));
const decimal = (cents: bigint) => fromBaseUnits(cents, 2);
const asTexts = ({ min, max, step }: { min: bigint; max: bigint; step: bigint }) => ({
  min: decimal(min),
  max: decimal(max),
  step: decimal(step),
  currency: "EUR",
});

describe("a range on decimal texts", () => {
  it("takes every step from the least to the most", () => {
    fc.assert(
      fc.property(ranges, fc.bigInt({ min: 0n, max: 500n }), ({ cents, steps }, at) => {
        const value = cents.min + (at > steps ? steps : at) * cents.step;
        expect(rangeFault(decimal(value), asTexts(cents))).toBeUndefined();
      }),
    );
  });

  it("refuses everything else, and what it offers instead is right", () => {
    fc.assert(
      fc.property(ranges, fc.bigInt({ min: 0n, max: 10_000_000n }), ({ cents }, value) => {
        const range = asTexts(cents);
        const isInside = value >= cents.min && value <= cents.max;
        const fault = rangeFault(decimal(value), range);
        const isStep = (value - cents.min) % cents.step === 0n;
        expect(fault?.code).toBe(!isInside ? "outside" : isStep ? undefined : "step");
        if (fault?.code !== "step") return;
        expect(rangeFault(fault.nearest, range)).toBeUndefined();
      }),
    );
  });

  it("reads what people type as the same value, with a comma as with a point", () => {
    fc.assert(
      fc.property(ranges, ({ cents }) => {
        const range = asTexts(cents);
        const [point, comma] = [range.min, range.min.replace(".", ",")];
        expect(checkAmount(comma, range)).toEqual(checkAmount(point, range));
        expect(checkAmount(point, range)).toEqual({ kind: "ok", value: range.min });
      }),
    );
  });

  it("is exact where floating numbers are not", () => {
    const range = { min: "0.1", max: "0.3", step: "0.1", currency: "EUR" };
    for (const value of ["0.1", "0.2", "0.3"]) expect(rangeFault(value, range)).toBeUndefined();
  });
});
