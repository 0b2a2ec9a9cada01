import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consume } from "@/lib/store/limits";
import { setTestEnv } from "../../support/test-env";

beforeEach(() => {
  vi.useFakeTimers();
  setTestEnv({ LIMIT_ORDERS: "3/60", LIMIT_ACCESS: "1/900" });
});
afterEach(() => {
  vi.useRealTimers();
});

const tries = async (count: number, key = "shop:203.0.113.7") => {
  const waits: (number | undefined)[] = [];
  for (let done = 0; done < count; done += 1) waits.push(await consume("LIMIT_ORDERS", key));
  return waits;
};

test("a limit holds as often as it says, and then says how many seconds to wait", async () => {
  expect(await tries(4)).toEqual([undefined, undefined, undefined, 60]);
  await vi.advanceTimersByTimeAsync(45_500);
  expect(await tries(1)).toEqual([15]);
});

test("after its time a limit holds again", async () => {
  await tries(4);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await tries(1)).toEqual([undefined]);
});

test("whoever goes on trying does not wait the longer for it", async () => {
  await tries(4);
  await vi.advanceTimersByTimeAsync(30_000);
  await tries(50);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await tries(1)).toEqual([undefined]);
});

test("one buyer's limit is not another's, nor one action's another's", async () => {
  await tries(4);
  expect(await tries(1, "shop:203.0.113.8")).toEqual([undefined]);
  expect(await consume("LIMIT_ACCESS", "shop:203.0.113.7")).toBeUndefined();
  expect(await consume("LIMIT_ACCESS", "shop:203.0.113.7")).toBe(900);
});

test("tries at the same time count one by one", async () => {
  const waits = await Promise.all(Array.from({ length: 10 }, () => consume("LIMIT_ORDERS", "k")));
  expect(waits.filter((wait) => wait === undefined)).toHaveLength(3);
});
