import { expect, test } from "vitest";
import { backoffMs } from "@/lib/order-stream/backoff";

test("the wait doubles from one second to thirty, and is between half and all of that", () => {
  const tries = [0, 1, 2, 3, 4, 5, 6, 1000];
  expect(tries.map((attempt) => backoffMs(attempt, () => 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ]);
  expect(tries.map((attempt) => backoffMs(attempt, () => 0))).toEqual([
    500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
  ]);
});

test("two hundred streams that were cut together do not come back together", () => {
  const buckets = new Map<number, number>();
  for (let count = 0; count < 200; count += 1) {
    const bucket = Math.floor(backoffMs(3) / 1000);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  expect(buckets.size).toBeGreaterThanOrEqual(4);
});
