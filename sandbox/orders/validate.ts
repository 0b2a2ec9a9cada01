import { addAmounts, inCoin, isCoin, scaleAmount, subtract } from "../data/rates";
import type { Brand } from "../data/types";
import { networkRow, SUSPENDED_COIN, SUSPENDED_NETWORK } from "../data/vias";
import { couponOf } from "./coupons";
import { aboutDelivery, accountFits, toLine } from "./to-line";
import type { Checked, Json, Line } from "./types";

export type Verdict =
  | { kind: "ok"; checked: Checked }
  | { kind: "problems"; coin: string; problems: Json[] }
  | { kind: "refused"; status: number; body: Json };

const MIN_MICRO = 570_000n;
const MAX_MICRO = 2_000_000_000n;
const MAX_LINES = 10;

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
    return refused(400, "BAD_REQUEST");
  }
  if (coin === SUSPENDED_COIN) return suspended("SUSPENDED_COIN", coin);
  const known = networkRow(coin, text(payment.network));
  const network = known?.name ?? "";
  if (network === SUSPENDED_NETWORK.network && coin === SUSPENDED_NETWORK.coin) {
    return suspended("SUSPENDED_NETWORK", coin);
  }
  if (text(payment.network) !== "" && !known) return refused(400, "BAD_REQUEST");

  const problems = paymentProblems(text(payment.payment_via), deliveries.length);
  const lines: Line[] = [];
  for (const delivery of deliveries) {
    const brand = brandsOf(text(delivery.country_code)).find(
      ({ name }) => name === text(delivery.brand_name),
    );
    if (brand?.category === "e-money") {
      return refused(422, "LOGIN_REQUIRED", { deliveries: [aboutDelivery(delivery)] });
    }
    const line = brand && toLine(brand, delivery, coin);
    if (line) lines.push(line);
    problems.push(...lineProblems(line, delivery, { coin, network }));
  }
  const micro = lines.reduce((sum, line) => sum + line.micro, 0n);
  problems.push(...orderProblems(lines, micro, coin), ...limitProblems(email));
  const code = text(request.promo_code);
  const coupon = couponOf(code);
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
      coupon: code || null,
      priceless: lines.some((line) => line.priceless),
    },
  };
}

const refused = (status: number, detail: string, moreDetails?: Json): Verdict => ({
  kind: "refused",
  status,
  body: { status, detail, ...(moreDetails && { moreDetails }) },
});

const suspended = (detail: string, coin: string): Verdict => ({
  kind: "refused",
  status: 422,
  body: { title: "Suspended", status: 422, detail, moreDetails: { coin } },
});

function paymentProblems(via: string, lines: number): Json[] {
  return [
    lines > MAX_LINES && {
      problem: "PRODUCT_COUNT_EXCEEDED",
      moreDetails: { max_products_per_order: MAX_LINES },
    },
    via !== "USER_WALLET" && {
      problem: "NOT_ALLOWED_PAYMENT_VIA",
      moreDetails: { paymentVia: via, allowedKinds: ["utility"] },
    },
  ].filter((problem) => problem !== false);
}

function lineProblems(
  line: Line | undefined,
  delivery: Json,
  { coin, network }: { coin: string; network: string },
): Json[] {
  const about = aboutDelivery(delivery);
  const moreDetails = { delivery: about };
  if (!line) return [{ problem: "NOT_AVAILABLE_PRODUCT", moreDetails }];
  return [
    line.brand.outOfStock && { problem: "OUT_OF_STOCK", moreDetails },
    !accountFits(line) && { problem: "INVALID_BENEFICIARY_ACCOUNT", moreDetails },
    line.brand.name === "Chainpicky" &&
      network === "Base" && {
        problem: "UNSUPPORTED_PROTOCOL_COIN_COMBINATION",
        moreDetails: {
          deliveries: [about],
          supported_protocol_coin_combo: [
            { protocol: "SOLANA_LIKE", coin },
            { protocol: "POLYGON_LIKE", coin },
          ],
        },
      },
  ].filter((problem) => problem !== false);
}

function orderProblems(lines: readonly Line[], micro: bigint, coin: string): Json[] {
  const topUps = lines.filter(({ delivery }) => delivery === "by_phone");
  const numbers = new Set(topUps.map(({ account }) => account));
  return [
    numbers.size < topUps.length && { problem: "MULTIPLE_LIMITED_PRODUCT_SAME_ORDER" },
    lines.length > 0 &&
      micro < MIN_MICRO && {
        problem: "AMOUNT_LESS_THEN_MINIMUM_ALLOWED",
        moreDetails: {
          threshold: "0.5",
          minimumAmountCoinSymbol: coin,
          minimumAmountUSD: "0.57",
          minimumAmountCoin: inCoin(MIN_MICRO, coin),
        },
      },
    micro > MAX_MICRO && {
      problem: "MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED",
      moreDetails: { max_for_each_purchase: "2000 USD" },
    },
  ].filter((problem) => problem !== false);
}

/** Some buyers have a fate of their own. */
function limitProblems(email: string): Json[] {
  if (email.startsWith("limit@")) return [limitReached("DAILY", 3957.3, 3957.3)];
  return email.startsWith("month@") ? [limitReached("MONTHLY", 210, 4950)] : [];
}

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
