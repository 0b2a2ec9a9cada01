// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const loaded: string[] = [];
const noteLoad = (name: string) => () => {
  loaded.push(name);
  return {};
};

/** As a page begins, with nothing loaded yet. */
async function openForm(): Promise<() => void> {
  const { fetchChecks } = await import("@/components/checkout/late-checks");
  return fetchChecks();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  loaded.length = 0;
  vi.doMock("@/components/checkout/checkout-resolver", noteLoad("checks"));
  vi.doMock("@/lib/cart/order-requests", noteLoad("requests"));
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
};

it("what checks the form stays away while the page comes alive, and is there before long", async () => {
  const stop = await openForm();
  await settle(1_000);
  expect(loaded).toEqual([]);
  await settle(2_500);
  expect(loaded.sort()).toEqual(["checks", "requests"]);
  stop();
});

it("it comes at once for who goes into a field", async () => {
  document.body.innerHTML = '<input name="email">';
  const stop = await openForm();
  document.querySelector("input")?.focus();
  await settle(0);
  expect(loaded.sort()).toEqual(["checks", "requests"]);
  stop();
});

it("nothing is fetched for a form that has left the page", async () => {
  const stop = await openForm();
  stop();
  document.body.innerHTML = '<input name="email">';
  document.querySelector("input")?.focus();
  await settle(10_000);
  expect(loaded).toEqual([]);
});
