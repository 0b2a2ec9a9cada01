import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "@/lib/cryptorefills/problems";
import { LOCALES } from "@/lib/i18n/locales";
import { toProblem } from "@/lib/order-creation/to-problem";
import { setTestEnv } from "../../support/test-env";

setTestEnv();

const context = { coin: "USDC", network: "Base", brands: ["Pixelforge", "Parcelport"] };
const money = (amount: number) => ({ amount, currency: "EUR" });
const delivery = { deliverable: { brand_name: "Parcelport" } };

describe.each(LOCALES)("in %s", (locale) => {
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

test("a word that nobody knows becomes a general sentence, without upstream's own text", async () => {
  const problem = await toProblem(
    { code: "SOMETHING_NEW", moreDetails: { text: "internal stack trace" } },
    "en",
    context,
  );
  expect(problem.scope).toBe("order");
  expect(JSON.stringify(problem)).not.toContain("stack trace");
});
