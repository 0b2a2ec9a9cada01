import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "@/lib/cryptorefills/problems";
import { LOCALES } from "@/lib/i18n/locales";
import { perDelivery } from "@/lib/order-creation/per-delivery";
import { toProblem } from "@/lib/order-creation/to-problem";
import { setTestEnv } from "../../support/test-env";

setTestEnv();

const line = (name: string, denomination: string) => ({
  brand: { name },
  line: { country: "US", denomination, beneficiary: "ada@example.com" },
});
const context = {
  coin: "USDC",
  network: "Base",
  lines: [line("Pixelforge", "10 USD"), line("Parcelport", "10 USD"), line("Parcelport", "20 USD")],
};
const money = (amount: number) => ({ amount, currency: "EUR" });
const delivery = { deliverable: { brand_name: "Parcelport" } };

describe.each(LOCALES)("B10: in %s", (locale) => {
  test.each(PROBLEM_CODES)("%s is said in a whole sentence of its own", async (code) => {
    const { detail, scope } = await toProblem({ code }, locale, context);
    const unknown = await toProblem({ code: "SOMETHING_NEW" }, locale, context);
    expect(detail).not.toMatch(/[{}]/);
    expect(detail).not.toBe(code.toLowerCase());
    expect(detail.length).toBeGreaterThan(15);
    expect(scope).toMatch(/^(line|payment|coupon|buyer|order)$/);
    if (!["UNKNOWN", "NO_PRICE", "ORDER_CREATE_ERROR", "BAD_REQUEST"].includes(code)) {
      expect(detail).not.toBe(unknown.detail);
    }
  });
});

test.each([
  [
    "AMOUNT_LESS_THEN_MINIMUM_ALLOWED",
    { minimumAmountCoin: "0.5621", minimumAmountCoinSymbol: "USDC" },
    "0.5621 USDC",
  ],
  ["MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED", { max_for_each_purchase: "1000 EUR" }, "1000 EUR"],
  ["PRODUCT_COUNT_EXCEEDED", { max_products_per_order: 10 }, "10"],
  ["NOT_ALLOWED_PAYMENT_VIA", { allowedKinds: ["giftcard", "esim"] }, "giftcard, esim"],
  ["COUPON_EXPIRED", { valid_until_pretty: "1 May 2026" }, "1 May 2026"],
  ["COUPON_BELOW_MIN_AMOUNT", { min_order_amount: "50 EUR" }, "50 EUR"],
  ["SUSPENDED_NETWORK", {}, "Base"],
])("%s says what upstream says of it", async (code, moreDetails, words) => {
  const { detail } = await toProblem({ code, moreDetails }, "en", context);
  expect(detail).toContain(words);
});

test("what is left of a limit is rounded down, and what somebody spent is never told", async () => {
  const moreDetails = {
    daily_max: money(500),
    monthly_max: money(2000),
    spent_today_by_user: money(137.13),
    spent_today_from_ip: money(261.77),
  };
  const problem = await toProblem(
    { code: "DAILY_SPENDING_LIMIT_EXCEEDED", moreDetails },
    "en",
    context,
  );
  expect(problem.detail).toContain("500 EUR");
  expect(problem.detail).toContain("230 EUR");
  expect(JSON.stringify(problem)).not.toMatch(/137|261/);
});

test("a problem of one line is placed at that line, by its brand", async () => {
  const problem = await toProblem(
    { code: "OUT_OF_STOCK", moreDetails: { delivery } },
    "en",
    context,
  );
  expect(problem).toMatchObject({ scope: "line", line: 1 });
  expect(problem.detail).toContain("Parcelport");
});

test("of two lines of one brand, the one that is meant is told by what it buys", async () => {
  const named = { deliverable: { brand_name: "Parcelport", denomination: "20 USD" } };
  const moreDetails = { deliveries: [named] };
  const problem = await toProblem({ code: "LOGIN_REQUIRED", moreDetails }, "en", context);
  expect(problem).toMatchObject({ scope: "line", line: 2, offer: "account" });
});

test("a problem with several lines is told once for each of them", () => {
  const raw = { code: "LOGIN_REQUIRED", moreDetails: { deliveries: [1, 2], other: true } };
  expect(perDelivery(raw)).toEqual([
    { code: "LOGIN_REQUIRED", moreDetails: { deliveries: [1], other: true } },
    { code: "LOGIN_REQUIRED", moreDetails: { deliveries: [2], other: true } },
  ]);
  expect(perDelivery({ code: "UNKNOWN", moreDetails: null })).toEqual([
    { code: "UNKNOWN", moreDetails: null },
  ]);
});

test("B10: every refusal that one click can cure says which click", async () => {
  const offerOf = async (code: string) => (await toProblem({ code }, "en", context)).offer;
  for (const code of PROBLEM_CODES.filter((one) => one.startsWith("COUPON_"))) {
    expect(await offerOf(code), code).toBe("drop_coupon");
  }
  expect(await offerOf("DAILY_SPENDING_LIMIT_EXCEEDED")).toBe("lower_amount");
  expect(await offerOf("OUT_OF_STOCK")).toBe("remove_line");
  expect(await offerOf("FULLNAME_MISSING")).toBe("other_method");
  expect(await offerOf("KYC_MISSING")).toBe("account");
  expect(await offerOf("BLOCKED_COUNTRY")).toBeUndefined();
});

test("B10: a word that nobody knows becomes a general sentence, without upstream's own text", async () => {
  const problem = await toProblem(
    { code: "SOMETHING_NEW", moreDetails: { text: "internal stack trace" } },
    "en",
    context,
  );
  expect(problem.scope).toBe("order");
  expect(JSON.stringify(problem)).not.toContain("stack trace");
});
