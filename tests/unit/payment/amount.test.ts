import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exceedsBy,
  fromBaseUnits,
  isLess,
  isPositive,
  percentAbove,
  remainder,
  sameAmount,
  toBaseUnits,
} from "@/lib/payment/amount";

test.each([
  ["0.000000010000000001", 18, 10_000_000_001n],
  ["118.210", 6, 118_210_000n],
  ["1", 0, 1n],
  ["007.5", 1, 75n],
])("E8: %s in units of %d digits", (amount, decimals, units) => {
  expect(toBaseUnits(amount, decimals)).toBe(units);
});

test.each(["1e-7", "-1", "+1", "1,5", " 1", "", ".5", "1.", "0x10", "Infinity", "1.2.3", "١"])(
  "“%s” is refused, not guessed at",
  (text) => {
    expect(() => toBaseUnits(text, 18)).toThrow(RangeError);
    expect(isPositive(text)).toBe(false);
  },
);

test("more digits than the unit holds are refused, never rounded", () => {
  expect(() => toBaseUnits("1.0000001", 6)).toThrow(RangeError);
  expect(toBaseUnits("1.0000000", 6)).toBe(1_000_000n);
});

test("units and decimals are each other's inverse", () => {
  fc.assert(
    fc.property(
      // Amounts have up to thirty digits before the point.
      fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }),
      fc.integer({ min: 0, max: 18 }),
      (units, decimals) => {
        expect(toBaseUnits(fromBaseUnits(units, decimals), decimals)).toBe(units);
      },
    ),
  );
});

test("E8: amounts are compared by value, where floating numbers would be wrong", () => {
  expect(sameAmount("0.30", "0.3")).toBe(true);
  expect(isLess("0.1", "0.10000000000000000001")).toBe(true);
  expect(remainder("0.3", "0.1")).toBe("0.2");
  expect(remainder("0.1", "0.3")).toBeUndefined();
});

test.each([
  ["100", "100.5", false],
  ["100", "100.500001", true],
  ["100", "99", false],
])("from %s to %s is more than half a per cent: %s", (accepted, actual, expected) => {
  expect(exceedsBy(accepted, actual, 50)).toBe(expected);
});

test.each([
  ["10", "10.26", "2.6"],
  ["10", "9.95", "-0.5"],
  ["10", "10.0001", "0"],
])("a price of %s against %s is %s %", (value, price, expected) => {
  expect(percentAbove(value, price)).toBe(expected);
});
