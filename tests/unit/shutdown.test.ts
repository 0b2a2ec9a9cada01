import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endProcess, holdShutdown, shutdown } from "@/lib/shutdown";
import { setTestEnv } from "../support/test-env";

const exit = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  setTestEnv();
  exit.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  setTestEnv();
});

test("D8: the streams hear at once that the process ends; other requests have four seconds", () => {
  endProcess(exit);
  expect(shutdown().signal.aborted).toBe(true);
  vi.advanceTimersByTime(3_999);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(exit).toHaveBeenCalledTimes(1);
});

test("D8: with nothing connected and no order sent it ends at once, and only once", () => {
  const nothingConnected = endProcess(exit);
  nothingConnected();
  expect(exit).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(exit).toHaveBeenCalledTimes(1);
});

test("B2: an order that was sent is waited for, although its buyer has left, and its answer has time to leave", () => {
  const done = holdShutdown();
  const nothingConnected = endProcess(exit);
  nothingConnected();
  vi.advanceTimersByTime(9_000);
  expect(exit).not.toHaveBeenCalled();
  done();
  vi.advanceTimersByTime(400);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(exit).toHaveBeenCalledTimes(1);
});

test("B2: one of two orders that is done does not end the process below the other", () => {
  const [one, other] = [holdShutdown(), holdShutdown()];
  endProcess(exit);
  one();
  vi.advanceTimersByTime(6_000);
  expect(exit).not.toHaveBeenCalled();
  other();
  vi.advanceTimersByTime(600);
  expect(exit).toHaveBeenCalledTimes(1);
});

test("D8: an upstream that never answers holds the process for twelve seconds and no longer", () => {
  holdShutdown();
  endProcess(exit)();
  vi.advanceTimersByTime(11_900);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(exit).toHaveBeenCalledTimes(1);
});
