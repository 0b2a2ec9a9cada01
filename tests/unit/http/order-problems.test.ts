import { expect, test } from "vitest";
import { refusalProblem } from "@/lib/http/order-problems";
import type { RawRefusal } from "@/lib/order-creation/refusal";
import { bodyOf, brand, fixed, line } from "../../support/order-lines";

const body = bodyOf([line()]);
const lines = [{ line: line(), brand, product: fixed }];
const told = (refusal: RawRefusal) => refusalProblem(refusal, body, "en");

test("a refused order is told with all its problems, in words, at their places", async () => {
  const problems = [
    {
      code: "OUT_OF_STOCK",
      moreDetails: { delivery: { deliverable: { brand_name: brand.name } } },
    },
    { code: "SUSPENDED_NETWORK" },
  ];
  const problem = await told({ code: "order_refused", problems, lines });
  expect(problem).toMatchObject({ code: "order_refused", status: 422 });
  expect(problem.extras.problems).toMatchObject([
    { code: "out_of_stock", scope: "line", line: 0, detail: expect.stringContaining(brand.name) },
    { code: "suspended_network", scope: "payment", detail: expect.stringContaining("Solana") },
  ]);
});

test("a changed price is told with both amounts and their coin", async () => {
  const prices = { accepted: "100", actual: "101", coin: "USDC" };
  const problem = await told({ code: "price_changed", ...prices });
  expect(problem).toMatchObject({ status: 409, extras: { more: prices } });
});

test.each([
  [{ code: "brand_changed" } as const, 409, undefined],
  [{ code: "too_many_requests", retryAfterSeconds: 7 } as const, 429, 7],
  [{ code: "upstream_unavailable", retryAfterSeconds: 10 } as const, 503, 10],
])("%j is told as %s", async (refusal, status, wait) => {
  const problem = await told(refusal);
  expect(problem.status).toBe(status);
  expect(problem.extras.retryAfterSeconds).toBe(wait);
});
