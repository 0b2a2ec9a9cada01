import { beforeEach, describe, expect, test, vi } from "vitest";
import { readBrand } from "@/lib/catalog/read-brand";
import { readPaymentMethods } from "@/lib/catalog/read-payment-methods";
import type { PaymentMethod } from "@/lib/contract/catalog";
import type { OrderLine } from "@/lib/contract/order-body";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { checkOrder } from "@/lib/order-creation/check-order";
import { bodyOf, fixed, line, pageOf, range, shop, valueLine } from "../../support/order-lines";
import { rawDelivery } from "../../support/upstream-order";
import { buyer, says, stubUpstream } from "../../support/upstream-stub";

vi.mock("@/lib/catalog/read-brand");
vi.mock("@/lib/catalog/read-payment-methods");

const upstream = stubUpstream();
const check = (...lines: OrderLine[]) => checkOrder(shop, bodyOf(lines), buyer);
const answer = (more: Record<string, unknown> = {}) => ({
  coin: "USDC",
  coin_amount: "101.52",
  problems: null,
  deliveries: [rawDelivery()],
  ...more,
});

beforeEach(() => {
  vi.mocked(readPaymentMethods).mockResolvedValue([{ coin: "USDC" }] as PaymentMethod[]);
  vi.mocked(readBrand)
    .mockReset()
    .mockResolvedValue(pageOf([fixed, range]));
  upstream.answer = says(200, answer());
});

test("an order that would go through has the total that upstream says, in the coin paid", async () => {
  expect(await check(line())).toMatchObject({
    kind: "ok",
    total: { amount: "101.52", coin: "USDC" },
  });
  expect(upstream.asked()).toEqual(["POST /v5/orders/validations"]);
});

test("a coin that nobody can pay with is refused before anything is asked for it", async () => {
  const body = bodyOf([line()]);
  const payment = { ...body.payment, coin: "ZZZ1" };
  expect(await checkOrder(shop, { ...body, payment }, buyer)).toMatchObject({
    problems: [{ code: "NOT_ALLOWED_PAYMENT_VIA" }],
  });
  expect(vi.mocked(readBrand)).not.toHaveBeenCalled();
  expect(upstream.asked()).toEqual([]);
});

test("what is asked is built from the shop's own catalogue, and the newsletter is off", async () => {
  await check(line());
  expect(JSON.parse(upstream.bodies[0] ?? "")).toEqual({
    email: "buyer@example.com",
    user: { email: "buyer@example.com", has_accepted_newsletter: false },
    payment: { type: "via", payment_via: "USER_WALLET", coin: "USDC", network: "Solana" },
    deliveries: [
      {
        brand_name: "Example Shop",
        country_code: "US",
        denomination: "100 USD",
        beneficiary_account: "buyer@example.com",
      },
    ],
    lang: "en",
  });
});

test("a range is asked for by its value, never by a literal amount", async () => {
  upstream.answer = says(
    200,
    answer({ deliveries: [rawDelivery({ denomination: "range", product_value: 100 })] }),
  );
  expect(await check(valueLine("100"))).toMatchObject({ kind: "ok" });
  expect(JSON.parse(upstream.bodies[0] ?? "").deliveries[0]).toMatchObject({
    denomination: "range",
    product_value: 100,
  });
});

test("what the shop does not sell is refused without asking upstream", async () => {
  expect(await check(line({ brandId: "b-2" }))).toEqual({ kind: "brand_changed" });
  expect((await check(line({ denomination: "12 USD" }))).kind).toBe("problems");
  expect(upstream.requests).toEqual([]);
});

describe("an answer is no success", () => {
  test.each([
    ["without a price", { coin_amount: null }],
    ["without the member for it", { coin_amount: undefined }],
    ["with a price of nothing", { coin_amount: "0.00" }],
    ["with a price that is none", { coin_amount: "free" }],
    ["with a price in another coin", { coin: "BTC" }],
  ])("%s", async (_name, more) => {
    upstream.answer = says(200, answer(more));
    expect(await check(line())).toMatchObject({ problems: [{ code: "NO_PRICE" }] });
  });

  test.each([
    ["with another denomination", [rawDelivery({ denomination: "10 USD" })]],
    ["with another brand", [rawDelivery({ brand_name: "Parcelport" })]],
    ["for another recipient", [rawDelivery({ beneficiary_account: "bob@example.com" })]],
    ["without its line", []],
  ])("%s, and the line is named", async (_name, deliveries) => {
    upstream.answer = says(200, answer({ deliveries }));
    expect(await check(line())).toMatchObject({
      problems: [{ code: "NOT_AVAILABLE_PRODUCT", line: 0 }],
    });
  });

  test.each([
    ["that is listed", [{ problem: "OUT_OF_STOCK" }], "OUT_OF_STOCK"],
    ["that cannot be read", [{ reason: 7 }], "UNKNOWN"],
  ])("with a problem %s, whatever price stands beside it", async (_name, problems, code) => {
    upstream.answer = says(200, answer({ problems }));
    expect(await check(line())).toMatchObject({ kind: "problems", problems: [{ code }] });
  });
});

describe("a refusal", () => {
  test.each<[number, Record<string, unknown>, string[]]>([
    [422, { detail: "LOGIN_REQUIRED" }, ["LOGIN_REQUIRED"]],
    [422, { detail: "SUSPENDED_NETWORK" }, ["SUSPENDED_NETWORK"]],
    [400, { problems: [{ problem: "A_ONE" }, { problem: "B_TWO" }] }, ["A_ONE", "B_TWO"]],
    [403, { message: "You shall not pass" }, ["UNKNOWN"]],
    [404, {}, ["UNKNOWN"]],
  ])("by %s with %j is told as problems", async (status, body, codes) => {
    upstream.answer = says(status, body);
    const checked = await check(line());
    if (checked.kind !== "problems") throw new Error("problems were expected");
    expect(checked.problems.map(({ code }) => code)).toEqual(codes);
  });

  test.each([429, 500, 503])(
    "by %s says nothing about the order and is passed on",
    async (status) => {
      upstream.answer = says(status, {});
      await expect(check(line())).rejects.toBeInstanceOf(UpstreamError);
    },
  );
});
