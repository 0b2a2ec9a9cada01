import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createOrder, getPaymentVias, validateOrder } from "@/lib/cryptorefills/client";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { retryAfterSeconds } from "@/lib/cryptorefills/retry-after";
import { withRetry } from "@/lib/cryptorefills/with-retry";
import { forgetUpstream } from "../../support/forget-upstream";
import { buyer, says, stubUpstream } from "../../support/upstream-stub";

vi.mock("node:timers/promises", () => ({ setTimeout: vi.fn(async () => {}) }));

const upstream = stubUpstream();
const waits = () => vi.mocked(sleep).mock.calls.map(([ms]) => ms);
const failsWith = (error: unknown) => vi.fn(() => Promise.reject(error));
const down = new UpstreamError("unreachable", { endpoint: "brands" });

beforeEach(() => {
  vi.mocked(sleep).mockClear();
});

describe("between two tries", () => {
  test.each([
    ["at least half of the wait", 0, [100, 200]],
    ["at most all of it", 1, [200, 400]],
  ])("passes %s, which doubles", async (_name, random, expected) => {
    const run = failsWith(down);
    await expect(withRetry(run, () => random)).rejects.toBe(down);
    expect(waits()).toEqual(expected);
    expect(run).toHaveBeenCalledTimes(3);
  });

  test("the wait is not the same for everybody", async () => {
    await expect(withRetry(failsWith(down))).rejects.toBe(down);
    await expect(withRetry(failsWith(down))).rejects.toBe(down);
    expect(new Set(waits()).size).toBe(4);
  });
});

test.each([
  ["what is refused", new UpstreamError("refused", { endpoint: "brands", status: 400 })],
  ["what is not there", new UpstreamError("not-found", { endpoint: "brands", status: 404 })],
  ["what cannot be read", new UpstreamError("bad-response", { endpoint: "brands", status: 200 })],
  ["what took too long", new UpstreamError("timeout", { endpoint: "brands" })],
  ["a fault of our own", new Error("a bug")],
])("%s is not asked for again", async (_name, error) => {
  const run = failsWith(error);
  await expect(withRetry(run)).rejects.toBe(error);
  expect(run).toHaveBeenCalledTimes(1);
});

test.each([429, 503])(
  "an answer %s that says when to come back is not asked sooner",
  async (status) => {
    upstream.answer = says(status, {}, { "retry-after": "30" });
    await expect(getPaymentVias(buyer)).rejects.toMatchObject({ status, retryAfterSeconds: 30 });
    expect(upstream.requests).toHaveLength(1);
  },
);

test("the last of three tries may still succeed", async () => {
  upstream.answer = (request, response) =>
    says(upstream.requests.length < 3 ? 502 : 200, [])(request, response);
  await expect(getPaymentVias(buyer)).resolves.toEqual([]);
});

test.each([
  ["a creation", createOrder],
  ["a validation", validateOrder],
])("%s is sent once, whatever comes back", async (_name, post) => {
  for (const status of [429, 500, 502, 503, 504]) {
    forgetUpstream();
    upstream.requests.length = 0;
    upstream.answer = says(status, {});
    await expect(post(buyer, {})).rejects.toBeInstanceOf(UpstreamError);
    expect(upstream.requests).toHaveLength(1);
  }
});

describe("Retry-After", () => {
  const now = Date.UTC(2026, 10, 23, 12, 0, 0);
  test.each([
    ["17", 17],
    [" 17 ", 17],
    ["0", 1],
    ["99999999", 3600],
    ["Mon, 23 Nov 2026 12:00:30 GMT", 30],
    ["Mon, 23 Nov 2026 11:00:00 GMT", 1],
    ["-5", undefined],
    ["soon", undefined],
    ["2026", 2026],
    ["2026-11-23", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%j is %j seconds", (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });

  test("that cannot be read leaves none, rather than a wait of nothing", async () => {
    upstream.answer = says(429, {}, { "retry-after": "soon" });
    await expect(getPaymentVias(buyer)).rejects.toMatchObject({ retryAfterSeconds: undefined });
  });
});
