import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepOpen } from "@/lib/event-stream/open-streams";
import { shutdown } from "@/lib/shutdown";
import { setTestEnv } from "../../support/test-env";

beforeEach(() => {
  setTestEnv();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a thousand streams hear one clock, each for as long as it is open", () => {
  const streams = Array.from({ length: 1_000 }, () => ({ beat: vi.fn(), comeBack: vi.fn() }));
  const leaves = streams.map(keepOpen);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(2_000);
  leaves[0]?.();
  vi.advanceTimersByTime(1_000);
  expect(streams.map(({ beat }) => beat.mock.calls.length)).toEqual([2, ...Array(999).fill(3)]);
  for (const leave of leaves) leave();
  expect(vi.getTimerCount()).toBe(0);
  shutdown().abort();
  for (const { comeBack } of streams) expect(comeBack).not.toHaveBeenCalled();
});

test("those who come one after the other beat one after the other, a second after they came", () => {
  const beats: string[] = [];
  const join = (name: string) =>
    keepOpen({ beat: () => void beats.push(`${name} ${Date.now() % 10_000}`), comeBack: vi.fn() });
  vi.setSystemTime(0);
  const leaves = [join("a")];
  vi.advanceTimersByTime(300);
  leaves.push(join("b"));
  vi.advanceTimersByTime(1_900);
  for (const leave of leaves) leave();
  expect(beats).toEqual(["a 1000", "b 1300", "a 2000"]);
});

test("the clock goes on for whoever comes after the last one left", () => {
  keepOpen({ beat: vi.fn(), comeBack: vi.fn() })();
  const beat = vi.fn();
  const leave = keepOpen({ beat, comeBack: vi.fn() });
  vi.advanceTimersByTime(3_000);
  expect(beat).toHaveBeenCalledTimes(3);
  leave();
});

test("D8: all are sent home when the process ends, also those that leave while others are told", () => {
  const told: number[] = [];
  const leaves = [1, 2, 3].map((name) =>
    keepOpen({
      beat: vi.fn(),
      comeBack: () => {
        told.push(name);
        leaves[name - 1]?.();
      },
    }),
  );
  shutdown().abort();
  expect(told).toEqual([1, 2, 3]);
  expect(vi.getTimerCount()).toBe(0);
});
