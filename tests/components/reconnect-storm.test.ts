// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createStreamLeg } from "@/components/order/stream-leg";
import { fakeServer } from "./support/fake-runtime";

const PAGES = 200;
const DOWN_MS = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Dice that fall the same way in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

it("D6: two hundred pages that lost a server for ten seconds do not come back together", async () => {
  const server = fakeServer();
  const began = Date.now();
  const cameBack: number[] = [];
  const runtime = {
    ...server.runtime,
    random: dice(7),
    openStream: (url: string) => {
      const source = server.runtime.openStream(url);
      const sinceMs = Date.now() - began;
      if (sinceMs > 0 && sinceMs < DOWN_MS) {
        const opened = server.stream();
        setTimeout(() => opened.say("error"));
      } else if (sinceMs >= DOWN_MS) cameBack.push(sinceMs - DOWN_MS);
      return source;
    },
  };
  const legs = Array.from({ length: PAGES }, () =>
    createStreamLeg("/api/orders/one/subscribe", runtime, {
      onOrder: () => true,
      onDown: () => {},
      onStop: () => {},
    }),
  );
  for (const leg of legs) leg.open();
  await vi.advanceTimersByTimeAsync(1);
  for (const stream of [...server.streams]) stream.say("error");
  await vi.advanceTimersByTimeAsync(40_000);

  expect(cameBack).toHaveLength(PAGES);
  const perSecond = new Map<number, number>();
  for (const ms of cameBack) {
    const second = Math.floor(ms / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  }
  expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(PAGES / 4);
  for (const leg of legs) leg.close();
});
