import { sample } from "../support/shape";

/** An order line as a problem names it. */
const line = sample(
  {
    kind: "giftcard",
    deliverable: sample(
      {
        delivery_id: "d0000000-0000-4000-8000-000000000001",
        brand_name: "Example Stays",
        family: "Example Stays",
        country_code: "US",
        denomination: "range",
        product_value: 100,
        beneficiary_account: "a mailbox, a phone or an account",
        brand_logo: "https://cdn.cryptorefills.com/logos_v2/s.webp",
      },
      { optional: ["delivery_id", "family", "product_value", "brand_logo"] },
    ),
  },
  { nullable: ["kind"] },
);
const money = { amount: 4000, currency: "EUR" };
const tiers = { forNOT_REGISTERED: money, forREGISTERED: money, forKYC_1: money };

const limits = sample(
  {
    daily_max: money,
    monthly_max: money,
    spent_today_by_user: money,
    spent_this_month_by_user: money,
    spent_today_from_ip: money,
    spent_this_month_from_ip: money,
    order_price_in_currency: money,
    is_user_logged_in: false,
    dailySpendingLimitInfo: tiers,
    monthlySpendingLimitInfo: tiers,
  },
  { optional: ["spent_this_month_from_ip"] },
);

/** `moreDetails` of each problem that the sandbox raises by itself. */
export const MORE_DETAILS: Readonly<Record<string, object | undefined>> = {
  AMOUNT_LESS_THEN_MINIMUM_ALLOWED: {
    threshold: "0.5",
    minimumAmountCoinSymbol: "USDC",
    minimumAmountUSD: "0.57",
    minimumAmountCoin: "0.57",
  },
  MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: { max_for_each_purchase: "2000 USD" },
  DAILY_SPENDING_LIMIT_EXCEEDED: limits,
  MONTHLY_SPENDING_LIMIT_EXCEEDED: limits,
  PRODUCT_COUNT_EXCEEDED: { max_products_per_order: 10 },
  MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: undefined,
  NOT_AVAILABLE_PRODUCT: { delivery: line },
  OUT_OF_STOCK: { delivery: line },
  INVALID_BENEFICIARY_ACCOUNT: { delivery: line },
  NOT_ALLOWED_PAYMENT_VIA: { paymentVia: "GATE_PAY", allowedKinds: ["utility"] },
  UNSUPPORTED_PROTOCOL_COIN_COMBINATION: {
    deliveries: [line],
    supported_protocol_coin_combo: [{ protocol: "SOLANA_LIKE", coin: "USDC" }],
  },
  COUPON_BELOW_MIN_AMOUNT: { min_order_amount: "100 USD" },
  COUPON_NOT_VALID_FOR_CATEGORY: { valid_categories: ["games"] },
  COUPON_EXPIRED: { valid_until: "2026-01-31", valid_until_pretty: "31 January 2026" },
  COUPON_NOT_FOUND: undefined,
  COUPON_REQUIRES_LOGIN: undefined,
};

/** The answer to a validation that found something: 200, no price, and the list. */
export const troubled = {
  coin: "USDC",
  coin_amount: null,
  deliveries: [],
  problems: [
    {
      problem: "AMOUNT_LESS_THEN_MINIMUM_ALLOWED",
      moreDetails: MORE_DETAILS.AMOUNT_LESS_THEN_MINIMUM_ALLOWED,
    },
    {
      problem: "UNSUPPORTED_PROTOCOL_COIN_COMBINATION",
      moreDetails: {
        deliveries: [],
        supported_protocol_coin_combo: [{ protocol: "SOLANA_LIKE", coin: "USDC" }],
      },
    },
  ],
};

/** HTTP-level refusals. */
export const suspended = {
  title: "Suspended",
  status: 422,
  detail: "SUSPENDED_NETWORK",
  moreDetails: { coin: "USDC" },
};
export const loginRequired = sample({
  status: 422,
  detail: "LOGIN_REQUIRED",
  moreDetails: { deliveries: [line] },
});
export const createRefused = sample({
  status: 422,
  detail: "DAILY_SPENDING_LIMIT_EXCEEDED",
  moreDetails: limits,
});
