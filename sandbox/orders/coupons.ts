import type { Json } from "./types";

const COUPONS: Readonly<Record<string, Json | "five">> = {
  WELCOME5: "five",
  EXPIRED5: {
    problem: "COUPON_EXPIRED",
    moreDetails: { valid_until: "2026-01-31", valid_until_pretty: "31 January 2026" },
  },
  BIGONLY: { problem: "COUPON_BELOW_MIN_AMOUNT", moreDetails: { min_order_amount: "100 USD" } },
  GAMESONLY: {
    problem: "COUPON_NOT_VALID_FOR_CATEGORY",
    moreDetails: { valid_categories: ["games"] },
  },
  MEMBERS: { problem: "COUPON_REQUIRES_LOGIN" },
};

/** What a coupon does: five per cent off, or a problem; nothing without one. */
export function couponOf(code: string): Json | "five" | undefined {
  if (code === "") return undefined;
  const known = Object.hasOwn(COUPONS, code) ? COUPONS[code] : undefined;
  return known ?? { problem: "COUPON_NOT_FOUND" };
}
