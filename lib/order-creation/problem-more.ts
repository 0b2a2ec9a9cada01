import "server-only";
import { membersOf } from "../is-record";
import { lookUp } from "../look-up";
import type { RawProblem } from "./raw-problem";

type Values = Record<string, string | string[]>;
type Reader = (details: Record<string, unknown>) => Values;

const text = (value: unknown): string | undefined =>
  (typeof value === "string" && value.length <= 120) || typeof value === "number"
    ? String(value)
    : undefined;

const texts = (value: unknown): string[] | undefined => {
  const list = Array.isArray(value) ? value.map(text).filter((item) => item !== undefined) : [];
  return list.length > 0 ? list.slice(0, 12) : undefined;
};

const present = (values: Record<string, string | string[] | undefined>): Values =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | string[]] => !!entry[1]),
  );

const money = (value: unknown): { amount: number; currency: string } | undefined => {
  const { amount, currency } = membersOf(value);
  return typeof amount === "number" && typeof currency === "string"
    ? { amount, currency }
    : undefined;
};

const shown = (value: { amount: number; currency: string } | undefined): string | undefined =>
  value && `${Math.floor(value.amount)} ${value.currency}`;

/** What is left is rounded down to tens, so that nobody's exact spending can be read from it. */
const left = (maximum: unknown, ...spent: unknown[]): string | undefined => {
  const max = money(maximum);
  const most = Math.max(0, ...spent.map((value) => money(value)?.amount ?? 0));
  if (!max) return undefined;
  const rest = Math.max(0, Math.floor((max.amount - most) / 10) * 10);
  return shown({ amount: rest, currency: max.currency });
};

const brandOf: Reader = (details) => {
  const first = Array.isArray(details.deliveries) ? details.deliveries[0] : details.delivery;
  return present({ brand: text(membersOf(membersOf(first).deliverable).brand_name) });
};

const limit =
  (period: "daily" | "monthly"): Reader =>
  (details) =>
    present({
      max: shown(money(details[`${period}_max`])),
      left:
        period === "daily"
          ? left(details.daily_max, details.spent_today_by_user, details.spent_today_from_ip)
          : left(
              details.monthly_max,
              details.spent_this_month_by_user,
              details.spent_this_month_from_ip,
            ),
    });

const combinations: Reader = (details) => {
  const list = Array.isArray(details.supported_protocol_coin_combo)
    ? details.supported_protocol_coin_combo.map(membersOf)
    : [];
  const names = list.flatMap(({ protocol, coin }) => {
    const network = text(protocol)
      ?.replace(/_LIKE$/, "")
      .toLowerCase();
    return network && text(coin) ? [`${text(coin)} (${network})`] : [];
  });
  return present({ networks: texts(names), ...brandOf(details) });
};

/** Which numbers and names of upstream's `moreDetails` a sentence may use. Nothing else is passed on. */
const READERS: Readonly<Record<string, Reader>> = {
  AMOUNT_LESS_THEN_MINIMUM_ALLOWED: (d) =>
    present({
      min:
        text(d.minimumAmountCoin) && text(d.minimumAmountCoinSymbol)
          ? `${text(d.minimumAmountCoin)} ${text(d.minimumAmountCoinSymbol)}`
          : undefined,
    }),
  MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: (d) => present({ max: text(d.max_for_each_purchase) }),
  DAILY_SPENDING_LIMIT_EXCEEDED: limit("daily"),
  MONTHLY_SPENDING_LIMIT_EXCEEDED: limit("monthly"),
  PRODUCT_COUNT_EXCEEDED: (d) => present({ max: text(d.max_products_per_order) }),
  NOT_ALLOWED_PAYMENT_VIA: (d) => present({ kinds: texts(d.allowedKinds) }),
  UNSUPPORTED_PROTOCOL_COIN_COMBINATION: combinations,
  COUPON_BELOW_MIN_AMOUNT: (d) => present({ min: text(d.min_order_amount) }),
  COUPON_NOT_VALID_FOR_CATEGORY: (d) => present({ categories: texts(d.valid_categories) }),
  COUPON_NOT_VALID_FOR_KIND: (d) => present({ kinds: texts(d.valid_kinds) }),
  COUPON_NOT_VALID_FOR_BRAND: (d) => present({ brands: texts(d.valid_brand_names) }),
  COUPON_NOT_VALID_FOR_COUNTRY: (d) => present({ countries: texts(d.spendable_country_codes) }),
  COUPON_NOT_VALID_FOR_STORE: (d) => present({ stores: texts(d.storeRestrictions) }),
  COUPON_EXPIRED: (d) => present({ date: text(d.valid_until_pretty) ?? text(d.valid_until) }),
  MAXIMUM_NUMBER_OF_PRODUCTS_PER_DAY_EXCEEDED: (d) => present({ max: text(d.max_per_day) }),
};

export function problemMore(raw: RawProblem, context: { coin: string; network: string }): Values {
  const details = membersOf(raw.moreDetails);
  const read = lookUp(READERS, raw.code) ?? brandOf;
  return {
    coin: context.coin,
    network: context.network,
    ...(raw.brand === undefined ? {} : { brand: raw.brand }),
    ...read(details),
  };
}
