import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { validationResultSchema } from "@/lib/contract/order-body";
import type { Problem } from "@/lib/contract/problem";
import { type Body, giftCard, lineFor, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: ShopClient;
let body: Body;

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  client = new ShopClient();
  body = await giftCard(client);
});

const ask = (change: object = {}, headers: Record<string, string> = {}) =>
  client.post("/api/orders/validations", { ...body, ...change }, headers);
async function check(change: object = {}, headers: Record<string, string> = {}) {
  const reply = await ask(change, headers);
  expect(reply.status).toBe(200);
  return validationResultSchema.parse(await reply.json());
}
const next = (values: object) => upstream.control("POST", "next", values);

test("an order that would go through has its total, and no cache keeps the answer", async () => {
  const reply = await ask();
  expect(reply.headers.get("cache-control")).toContain("no-store");
  const result = validationResultSchema.parse(await reply.json());
  expect(result).toMatchObject({ ok: true, problems: [], total: { coin: "USDC" } });
  expect(result.lines).toMatchObject([{ brand: "Pixelforge" }]);
  expect((await upstream.orders()).length).toBe(0);
});

test("a coupon lowers the total by the discount that is shown", async () => {
  const full = await check();
  const less = await check({ coupon: "WELCOME5" });
  expect(less.discount?.coin).toBe("USDC");
  const sum = Number(less.total?.amount) + Number(less.discount?.amount);
  expect(sum).toBeCloseTo(Number(full.total?.amount), 6);
  expect(full.discount).toBeUndefined();
});

describe("what stands in the way is said at its place:", () => {
  const place = ({ code, scope, line, field }: Problem) => ({ code, scope, line, field });
  const at = (code: string, scope: string, field?: string, line?: number) => ({
    code,
    scope,
    line,
    field,
  });

  test.each<[string, object, ReturnType<typeof at>]>([
    ["an e-mail without a domain", { email: "buyer@" }, at("invalid_email", "buyer", "email")],
    [
      "a limit of the day",
      { email: "limit@example.com" },
      at("daily_spending_limit_exceeded", "order", "amount"),
    ],
    ["an unknown coupon", { coupon: "NOPE" }, at("coupon_not_found", "coupon", "coupon")],
    ["an expired coupon", { coupon: "EXPIRED5" }, at("coupon_expired", "coupon", "coupon")],
    [
      "a suspended coin",
      { payment: { via: "USER_WALLET", coin: "DOGE", network: "Mainnet" } },
      at("suspended_coin", "payment", "payment"),
    ],
    [
      "a suspended network",
      { payment: { via: "USER_WALLET", coin: "USDC", network: "Avalanche" } },
      at("suspended_network", "payment", "payment"),
    ],
    [
      "another way of paying",
      { payment: { via: "GATE_PAY", coin: "USDC", network: "Base" } },
      at("not_allowed_payment_via", "payment", "payment"),
    ],
  ])("%s", async (_name, change, expected) => {
    const { ok, total, problems } = await check(change);
    expect({ ok, total }).toEqual({ ok: false, total: undefined });
    expect(problems.map(place)).toEqual([expected]);
  });

  test("a network that one brand cannot be paid on names that line and the others", async () => {
    const lines = [body.lines[0], await lineFor(client, "chainpicky", { denomination: "10 USD" })];
    const [problem] = (await check({ lines })).problems;
    expect(problem).toMatchObject({ code: "unsupported_protocol_coin_combination", line: 1 });
    expect(problem?.more).toMatchObject({ networks: ["USDC (solana)", "USDC (polygon)"] });
  });

  test("a number of the wrong country stands at its line's recipient", async () => {
    const airtime = await lineFor(client, "tonewave-credits", {
      denomination: "10 USD",
      beneficiary: "+905301234567",
    });
    const { problems } = await check({ lines: [body.lines[0], airtime] });
    expect(problems.map(place)).toEqual([
      at("invalid_beneficiary_account", "line", "beneficiary", 1),
    ]);
  });

  test("B10: every wrong line is told at once", async () => {
    const lines = [
      { ...body.lines[0], denomination: "21 USD" },
      body.lines[0],
      await lineFor(client, "soldout-sneakers", { denomination: "50 USD" }),
    ];
    expect((await check({ lines })).problems).toMatchObject([
      { code: "not_available_product", line: 0 },
      { code: "out_of_stock", line: 2 },
    ]);
  });

  test("a limit says what is left, never what somebody spent", async () => {
    const { problems } = await check({ email: "limit@example.com" });
    expect(problems[0]?.more).toMatchObject({ max: "4000 EUR", left: "40 EUR" });
    expect(JSON.stringify(problems)).not.toContain("3957");
  });
});

test("B11: an answer without a price is no success", async () => {
  await next({ endpoint: "validations", body: { coin: "USDC", coin_amount: null } });
  expect(await check()).toMatchObject({ ok: false, problems: [{ code: "no_price" }] });
});

test("B5: an answer about another product is no success", async () => {
  await upstream.control("POST", "faults", { endpoint: "validations", kind: "wrong-echo" });
  expect(await check()).toMatchObject({
    ok: false,
    problems: [{ code: "not_available_product", line: 0 }],
  });
});

describe("upstream's own words are never passed on:", () => {
  test("a code that nobody knows is a general sentence", async () => {
    await next({ problems: [{ problem: "BRAND_NEW_RULE", moreDetails: { secret: "inner" } }] });
    const { problems } = await check();
    expect(problems).toMatchObject([{ scope: "order" }]);
    expect(problems[0]?.detail).toMatch(/ .+\.$/);
    expect(JSON.stringify(problems)).not.toContain("inner");
  });

  test("a sentence in the place of a code", async () => {
    await next({ problems: [{ problem: "User buyer@example.com is on list 7" }] });
    expect(JSON.stringify((await check()).problems)).not.toMatch(/list 7|buyer@/);
  });

  test("an error that repeats the request", async () => {
    await upstream.control("POST", "faults", { endpoint: "validations", kind: "status" });
    const reply = await ask();
    expect(reply.status).toBe(503);
    expect(await reply.text()).not.toMatch(/Internal error|buyer@example/);
  });
});

test("sentences are in the language of the request, the address' before the browser's", async () => {
  const [english] = (await check({ coupon: "NOPE" })).problems;
  const turkish = (await check({ coupon: "NOPE" }, { "accept-language": "tr-TR,en;q=0.5" }))
    .problems[0];
  expect(turkish).toMatchObject({ code: english?.code });
  expect(turkish?.detail).not.toBe(english?.detail);
  const asked = await client.post("/api/orders/validations?lang=tr", { ...body, coupon: "NOPE" });
  expect(await asked.json()).toMatchObject({ problems: [{ detail: turkish?.detail }] });
});

describe("a body is refused before upstream hears of it", () => {
  test.each<[string, () => object]>([
    ["without lines", () => ({ lines: [] })],
    ["with too many lines", () => ({ lines: Array(11).fill(body.lines[0]) })],
    ["with an amount as a number", () => ({ lines: [{ ...body.lines[0], value: 20 }] })],
    ["with a country that is a name", () => ({ lines: [{ ...body.lines[0], country: "USA" }] })],
    ["with an unknown key inside a line", () => ({ lines: [{ ...body.lines[0], price: "1" }] })],
    [
      "with the price that only an order has",
      () => ({ acceptedPrice: { amount: "1", coin: "X" } }),
    ],
  ])("%s", async (_name, change) => {
    await upstream.control("DELETE", "log");
    const reply = await ask(change());
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: "bad_request" });
    expect(await upstream.log()).toEqual([]);
  });
});

test("a coin that nobody pays with is the buyer's mistake, not an outage", async () => {
  const { ok, problems } = await check({
    payment: { via: "USER_WALLET", coin: "NOCOIN", network: "Base" },
  });
  expect(ok).toBe(false);
  expect(problems).toMatchObject([{ scope: "payment", field: "payment" }]);
});

test("a range is asked for by its value, never by a denomination of its own", async () => {
  const lines = [await lineFor(client, "example-stays", { value: "75" })];
  expect((await check({ lines })).ok).toBe(true);
  const [sent] = (await upstream.log()).filter(({ path }) => path === "/v5/orders/validations");
  expect(sent?.body).toMatchObject({
    deliveries: [{ brand_name: "Example Stays", denomination: "range", product_value: 75 }],
  });
  const literal = [await lineFor(client, "example-stays", { denomination: "75 USD" })];
  expect((await check({ lines: literal })).ok).toBe(false);
});

test("what a validation refuses, an order refuses with the same problems", async () => {
  const { problems } = await check({ coupon: "EXPIRED5" });
  const reply = await client.post(
    "/api/orders",
    { ...body, coupon: "EXPIRED5", acceptedPrice: await priceOf(client, body) },
    { "idempotency-key": randomUUID() },
  );
  expect(reply.status).toBe(422);
  expect(await reply.json()).toMatchObject({ code: "order_refused", problems });
});
