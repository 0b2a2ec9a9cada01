import { describe, expect, it } from "vitest";
import { type FailureReply, type OrderFailure, toOrderFailure } from "@/lib/cart/order-failure";

const reply = (status: number, body: unknown, retryAfter: string | null = null): FailureReply => ({
  status,
  body,
  retryAfter,
});
const problem = { code: "out_of_stock", scope: "line", detail: "Sold out." };

describe("what a refused order means for the buyer", () => {
  it.each<{ name: string; given: FailureReply; expected: OrderFailure }>([
    {
      name: "problems at their places",
      given: reply(422, { code: "order_refused", detail: "No.", problems: [problem] }),
      expected: { kind: "problems", problems: [problem] as never },
    },
    {
      name: "a new price",
      given: reply(409, { code: "price_changed", more: { actual: "11.5", coin: "USDC" } }),
      expected: { kind: "price_changed", actual: { amount: "11.5", coin: "USDC" } },
    },
    {
      name: "a new price that is not told",
      given: reply(409, { code: "price_changed" }),
      expected: { kind: "price_changed" },
    },
    {
      name: "a pause with its length",
      given: reply(429, { code: "too_many_requests" }, "17"),
      expected: { kind: "too_many_requests", seconds: 17 },
    },
    {
      name: "a pause told by a proxy, with a date",
      given: reply(429, undefined, "Wed, 21 Oct 2026 07:28:00 GMT"),
      expected: { kind: "too_many_requests", seconds: 30 },
    },
    {
      name: "a pause of no sense, bounded",
      given: reply(429, { code: "too_many_requests" }, "999999"),
      expected: { kind: "too_many_requests", seconds: 3600 },
    },
    {
      name: "an order that may exist",
      given: reply(504, { code: "order_outcome_unknown" }),
      expected: { kind: "unknown_outcome" },
    },
    {
      name: "a key that stands for other details",
      given: reply(422, { code: "idempotency_key_reused" }),
      expected: { kind: "unknown_outcome" },
    },
    {
      name: "an upstream that is away, before anything was sent",
      given: reply(503, { code: "upstream_unavailable" }, "10"),
      expected: { kind: "unavailable", seconds: 10 },
    },
    {
      name: "a proxy's own time-out, which proves nothing",
      given: reply(504, undefined),
      expected: { kind: "lost" },
    },
    {
      name: "an unexpected failure of the shop",
      given: reply(500, { code: "internal_error", detail: "…" }),
      expected: { kind: "lost" },
    },
    {
      name: "a refusal without causes",
      given: reply(400, { code: "bad_request", detail: "Not readable." }),
      expected: { kind: "refused", detail: "Not readable." },
    },
    {
      name: "problems that are none",
      given: reply(422, { code: "order_refused", detail: "No.", problems: [null, {}] }),
      expected: { kind: "refused", detail: "No." },
    },
    { name: "nonsense", given: reply(418, "teapot"), expected: { kind: "refused" } },
  ])("is $name", ({ given, expected }) => {
    expect(toOrderFailure(given)).toEqual(expected);
  });
});
