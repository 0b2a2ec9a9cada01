import { AsyncLocalStorage } from "node:async_hooks";
import { beforeEach, expect, test, vi } from "vitest";
import { outsideRequest } from "@/lib/outside-request";
import { consume } from "@/lib/store/limits";
import { setTestEnv } from "../support/test-env";

const memory = new AsyncLocalStorage<object>();

beforeEach(() => {
  setTestEnv();
  outsideRequest(() => {});
});

test("what is done outside, at once and later, knows nothing of the request", async () => {
  const [now, later] = await memory.run({ request: 1 }, () =>
    outsideRequest(async () => {
      const atOnce = memory.getStore();
      await new Promise((resolve) => setTimeout(resolve, 1));
      return [atOnce, memory.getStore()];
    }),
  );
  expect([now, later]).toEqual([undefined, undefined]);
});

test("the timer that forgets a count is not set in the request that was counted", async () => {
  const setIn: unknown[] = [];
  const set = setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((...rest: Parameters<typeof set>) => {
    setIn.push(memory.getStore());
    return set(...rest);
  }) as typeof set);
  await memory.run({ request: 1 }, () => consume("LIMIT_ACCESS", "somebody"));
  vi.restoreAllMocks();
  expect(setIn).toEqual([undefined]);
});
