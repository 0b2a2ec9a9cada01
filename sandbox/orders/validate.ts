import { productsOf, rangePrice } from "../data/products";
import { addAmounts, inCoin, isCoin, microDollars, scaleAmount, subtract } from "../data/rates";
import type { Brand } from "../data/types";
import { networkRow, SUSPENDED_COIN, SUSPENDED_NETWORK } from "../data/vias";
import type { Checked, Json, Line } from "./types";

export type Verdict =
  | { kind: "ok"; checked: Checked }
  | { kind: "problems"; coin: string; problems: Json[] }
  | { kind: "refused"; status: number; body: Json };

const MIN_MICRO = 570_000n;
const MAX_MICRO = 2_000_000_000n;
const MAX_LINES = 10;
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

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const record = (value: unknown): Json =>
  typeof value === "object" && value !== null ? (value as Json) : {};

/** What upstream checks before an order, and again when it is made. */
export function validate(body: unknown, brandsOf: (country: string) => readonly Brand[]): Verdict {
  const request = record(body);
  const payment = record(request.payment);
  const coin = text(payment.coin);
  const email = text(request.email) || text(record(request.user).email);
  const deliveries = Array.isArray(request.deliveries) ? request.deliveries.map(record) : [];
  if (deliveries.length === 0 || !isCoin(coin) || payment.type !== "via" || !email.includes("@")) {
    return { kind: "refused", status: 400, body: { status: 400, detail: "BAD_REQUEST" } };
  }
  if (coin === SUSPENDED_COIN) return suspended("SUSPENDED_COIN", coin);
  const known = networkRow(coin, text(payment.network));
  const network = known?.name ?? "";
  if (network === SUSPENDED_NETWORK.network && coin === SUSPENDED_NETWORK.coin) {
    return suspended("SUSPENDED_NETWORK", coin);
  }
  if (text(payment.network) !== "" && !known) {
    return { kind: "refused", status: 400, body: { status: 400, detail: "BAD_REQUEST" } };
  }
  const problems: Json[] = [];
  if (deliveries.length > MAX_LINES) {
    problems.push({
      problem: "PRODUCT_COUNT_EXCEEDED",
      moreDetails: { max_products_per_order: MAX_LINES },
    });
  }
  if (payment.payment_via !== "USER_WALLET") {
    problems.push({
      problem: "NOT_ALLOWED_PAYMENT_VIA",
      moreDetails: { paymentVia: text(payment.payment_via), allowedKinds: ["utility"] },
    });
  }
  const lines: Line[] = [];
  for (const delivery of deliveries) {
    const brand = brandsOf(text(delivery.country_code)).find(
      ({ name }) => name === text(delivery.brand_name),
    );
    if (brand?.category === "e-money") {
      return {
        kind: "refused",
        status: 422,
        body: {
          status: 422,
          detail: "LOGIN_REQUIRED",
          moreDetails: { deliveries: [about(delivery)] },
        },
      };
    }
    const line = brand && toLine(brand, delivery, coin);
    if (!line) {
      problems.push({
        problem: "NOT_AVAILABLE_PRODUCT",
        moreDetails: { delivery: about(delivery) },
      });
      continue;
    }
    if (line.brand.outOfStock)
      problems.push({ problem: "OUT_OF_STOCK", moreDetails: { delivery: about(delivery) } });
    if (!accountFits(line))
      problems.push({
        problem: "INVALID_BENEFICIARY_ACCOUNT",
        moreDetails: { delivery: about(delivery) },
      });
    if (line.brand.name === "Chainpicky" && network === "Base") {
      problems.push({
        problem: "UNSUPPORTED_PROTOCOL_COIN_COMBINATION",
        moreDetails: {
          deliveries: [about(delivery)],
          supported_protocol_coin_combo: [
            { protocol: "SOLANA_LIKE", coin },
            { protocol: "POLYGON_LIKE", coin },
          ],
        },
      });
    }
    lines.push(line);
  }
  const topUps = lines
    .filter(({ delivery }) => delivery === "by_phone")
    .map(({ account }) => account);
  if (new Set(topUps).size < topUps.length)
    problems.push({ problem: "MULTIPLE_LIMITED_PRODUCT_SAME_ORDER" });
  const micro = lines.reduce((sum, line) => sum + line.micro, 0n);
  if (lines.length > 0 && micro < MIN_MICRO) {
    problems.push({
      problem: "AMOUNT_LESS_THEN_MINIMUM_ALLOWED",
      moreDetails: {
        threshold: "0.5",
        minimumAmountCoinSymbol: coin,
        minimumAmountUSD: "0.57",
        minimumAmountCoin: inCoin(MIN_MICRO, coin),
      },
    });
  }
  if (micro > MAX_MICRO) {
    problems.push({
      problem: "MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED",
      moreDetails: { max_for_each_purchase: "2000 USD" },
    });
  }
  if (email.startsWith("limit@")) problems.push(limitReached("DAILY", 3957.3, 3957.3));
  if (email.startsWith("month@")) problems.push(limitReached("MONTHLY", 210, 4950));
  const code = text(request.promo_code) || null;
  const coupon = code === null ? undefined : (COUPONS[code] ?? { problem: "COUPON_NOT_FOUND" });
  if (coupon !== undefined && coupon !== "five") problems.push(coupon);
  if (problems.length > 0) return { kind: "problems", coin, problems };
  const before = addAmounts(lines.map(({ amount }) => amount));
  const discount = coupon === "five" ? scaleAmount(before, 5n, 100n) : "0";
  return {
    kind: "ok",
    checked: {
      coin,
      network,
      email,
      lines,
      total: subtract(before, discount),
      before,
      discount,
      micro,
      coupon: code,
      priceless: lines.some((line) => line.priceless),
    },
  };
}

const suspended = (detail: string, coin: string): Verdict => ({
  kind: "refused",
  status: 422,
  body: { title: "Suspended", status: 422, detail, moreDetails: { coin } },
});

function limitReached(period: "DAILY" | "MONTHLY", today: number, month: number): Json {
  const euro = (amount: number) => ({ amount, currency: "EUR" });
  const tiers = (guest: number, member: number, verified: number) => ({
    forNOT_REGISTERED: euro(guest),
    forREGISTERED: euro(member),
    forKYC_1: euro(verified),
  });
  return {
    problem: `${period}_SPENDING_LIMIT_EXCEEDED`,
    moreDetails: {
      daily_max: euro(4000),
      monthly_max: euro(5000),
      spent_today_by_user: euro(today),
      spent_this_month_by_user: euro(month),
      spent_today_from_ip: euro(today),
      spent_this_month_from_ip: euro(month),
      order_price_in_currency: euro(92),
      is_user_logged_in: false,
      dailySpendingLimitInfo: tiers(4000, 5000, 10_000),
      monthlySpendingLimitInfo: tiers(5000, 10_000, 30_000),
    },
  };
}

/** An order line as problems name it. */
function about(delivery: Json): Json {
  const { brand_name, country_code, denomination, product_value, beneficiary_account } = delivery;
  return {
    kind: null,
    deliverable: {
      brand_name,
      country_code,
      denomination,
      ...(product_value === undefined ? {} : { product_value: Number(product_value) }),
      beneficiary_account,
    },
  };
}

function toLine(brand: Brand, delivery: Json, coin: string): Line | undefined {
  const denomination = text(delivery.denomination);
  const account = text(delivery.beneficiary_account);
  const products = productsOf(brand, coin) ?? [];
  const range = products.find((product) => product.denomination === "range");
  if (range) {
    const { shape } = brand;
    if (shape.type !== "range" && shape.type !== "bill") return undefined;
    const literal = denomination !== "range";
    const [written = "", currency] = denomination.split(" ");
    if (literal && currency !== shape.currency) return undefined;
    const value = literal ? written : String(delivery.product_value ?? "");
    if (!/^\d+(\.\d+)?$/.test(value)) return undefined;
    if (Number(value) < shape.min || Number(value) > shape.max) return undefined;
    const micro = microDollars(value, shape.currency);
    return {
      brand,
      denomination,
      value,
      account,
      delivery: range.delivery,
      amount: rangePrice(brand, value, coin, literal),
      micro,
      priceless: false,
    };
  }
  const product = products.find((candidate) => candidate.denomination === denomination);
  if (!product) return undefined;
  return {
    brand,
    denomination,
    account,
    delivery: product.delivery,
    amount: String(product.row.original_coin_amount),
    micro: product.micro,
    priceless: product.row.coin_amount === null,
  };
}

const PREFIXES: Readonly<Record<string, string>> = {
  US: "+1",
  TR: "+90",
  DE: "+49",
  GB: "+44",
  NG: "+234",
  FR: "+33",
};

function accountFits({ delivery, account, brand }: Line): boolean {
  if (delivery === "by_email") return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account);
  if (delivery === "by_account") return /^[\w-]{5,40}$/.test(account);
  return /^\+[1-9]\d{7,14}$/.test(account) && account.startsWith(PREFIXES[brand.country] ?? "+");
}
