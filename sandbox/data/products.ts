import { currencyOf } from "./brands";
import { pickNumber, uuidOf } from "./random";
import { inCoin, microDollars, withMargin } from "./rates";
import type { Brand } from "./types";

export type Product = {
  /** Its value in micro-dollars without margin; for a range that of one unit of its currency. */
  micro: bigint;
  denomination: string;
  delivery: "by_email" | "by_phone" | "by_account";
  row: Record<string, unknown>;
};

const PLANS = [
  { gb: 1, days: 3, cents: 350 },
  { gb: 3, days: 7, cents: 790 },
  { gb: 10, days: 30, cents: 1690 },
  { gb: 50, days: 90, cents: 5900 },
  { gb: -1, days: 3, cents: 1200 },
] as const;

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  TRY: "₺",
  NGN: "₦",
  INR: "₹",
  JPY: "¥",
  KRW: "₩",
};

/** Separators differ from place to place: nobody can calculate with these texts. */
export function localized(value: number, currency: string): string {
  const symbol = SYMBOLS[currency];
  if (currency === "IDR") return `${value.toLocaleString("de-DE")} IDR`;
  if (currency === "AED") return `${String(value).replace(/\B(?=(\d{3})+$)/g, " ")} AED`;
  return symbol ? `${symbol}${value.toLocaleString("en-US")}` : `${value} ${currency}`;
}

/** The least and the most of a brand as its tile shows them: texts once more, in yet another form. */
export function presented(value: number, currency: string): string {
  const symbol = currency === "USD" || currency === "EUR" ? SYMBOLS[currency] : currency;
  return `${symbol}${value.toLocaleString("en-US")}`;
}

/** Recorded in three shapes, so that nobody may rely on any. */
function rangeFace(brand: Brand, min: number, max: number, currency: string): object {
  switch (pickNumber(`face|${brand.name}`, 3)) {
    case 0:
      return { type: "range", min: { amount: min, currency }, max: { amount: max, currency } };
    case 1:
      return { type: "range", minimum: min.toFixed(2), maximum: max.toFixed(2) };
    default:
      return { type: "range", min: min.toFixed(2), max: max.toFixed(2) };
  }
}

/** The products of a brand as upstream lists them, priced in a coin; `null` where it says so itself. */
export function productsOf(brand: Brand, coin: string): Product[] | null {
  const { shape } = brand;
  const make = productMaker(brand, coin);
  switch (shape.type) {
    case "null":
      return null;
    case "empty":
      return [];
    case "fixed":
      return shape.values.map((value, index) =>
        make.fixed(value, shape.currency, {
          denomination: `${value} ${shape.currency}${shape.pin ? " - PIN" : ""}`,
          priceless: index === shape.values.length - 1 && brand.name === "Quietshelf Books",
        }),
      );
    case "topup":
      return shape.values.map((value) =>
        make.fixed(value, shape.currency, {
          denomination: `${value} ${shape.currency}`,
          delivery: "by_phone",
          more: {
            local_currency: { code: shape.currency, amount: { type: "fixed", price: value } },
          },
        }),
      );
    case "plans":
      return PLANS.map((plan) => make.plan(plan, shape.phone));
    case "bill":
      return [make.range(shape.min, shape.max, 1, `${shape.max}.0`, shape.currency, "by_account")];
    case "range":
      return [
        make.range(shape.min, shape.max, shape.step, shape.default, shape.currency, "by_email"),
      ];
  }
}

function productMaker(brand: Brand, coin: string) {
  const common = (label: string, delivery: Product["delivery"]) => ({
    // Not stable over time at upstream either; orders never use it.
    product_id: uuidOf(`product|${brand.id}|${label}|${Math.floor(Date.now() / 86_400_000)}`),
    coin,
    // A label that follows from the coin alone: no promise about a network.
    payment_method: coin === "USDC" ? "USDC-MATIC" : coin,
    delivery_type: delivery,
    points: "11",
    product_type: brand.kind === "giftcard" ? "physical" : "digital",
  });
  const price = (micro: bigint, label: string) =>
    inCoin(withMargin(micro, `${brand.id}|${label}`), coin);
  return {
    fixed(
      value: number,
      currency: string,
      options: {
        denomination: string;
        delivery?: Product["delivery"];
        priceless?: boolean;
        more?: object;
      },
    ): Product {
      const { denomination, delivery = "by_email" } = options;
      const micro = microDollars(String(value), currency);
      const amount = price(micro, denomination);
      return {
        micro,
        denomination,
        delivery,
        row: {
          ...common(denomination, delivery),
          is_dynamic: false,
          denomination,
          localized_denomination: localized(value, currency),
          coin_amount: options.priceless ? null : amount,
          original_coin_amount: amount,
          face_value: { currency_code: currency, amount: { type: "fixed", price: String(value) } },
          ...options.more,
        },
      };
    },
    plan({ gb, days, cents }: (typeof PLANS)[number], phone: boolean): Product {
      const denomination = gb < 0 ? `Unlimited ${days} days` : `${gb} GB ${days} days`;
      const micro = BigInt(cents) * 10_000n;
      // Amounts are numbers in some rows and objects in others; -1 is without limit in both.
      const size = (value: number) => (phone ? { type: "fixed", amount: value } : value);
      const amount = {
        base: size(gb),
        promotion_bonus: size(0),
        total_excluding_tax: size(gb),
        total_including_tax: size(gb),
      };
      const also = (type: string, unit: string, base: unknown) => ({
        type,
        unit,
        unit_type: type,
        amount: { base, promotion_bonus: 0, total_excluding_tax: base, total_including_tax: base },
      });
      const data = { type: "DATA", unit: "GB", unit_type: "DATA", amount };
      const benefits = phone
        ? [
            data,
            also("TALKTIME", "MINUTES", days > 7 ? -1 : 60 * days),
            also("SMS", "SMS", { type: "range", min: 10 * days, max: 20 * days, increment: 10 }),
          ]
        : [data];
      const delivery = phone ? "by_phone" : "by_email";
      return {
        micro,
        denomination,
        delivery,
        row: {
          ...common(denomination, delivery),
          is_dynamic: false,
          denomination,
          coin_amount: price(micro, denomination),
          original_coin_amount: price(micro, denomination),
          benefits,
          additional_details: phone
            ? {
                benefits,
                validity: { unit: "DAYS", quantity: days },
                pin: { usage_info: [], validity: `${days} days`, terms: "" },
                productType: "Bundle",
                description: "Data plan",
                promotions: [],
              }
            : { description: "Data plan", durationInDays: days },
          valid_regions: [brand.country],
        },
      };
    },
    range(
      min: number,
      max: number,
      step: number,
      fallback: string,
      currency: string,
      delivery: Product["delivery"],
    ): Product {
      return {
        micro: microDollars("1", currency),
        denomination: "range",
        delivery,
        row: {
          ...common("range", delivery),
          is_dynamic: true,
          range: { min, max, currency, step_size: step, default: fallback },
          face_value: { currency_code: currency, amount: rangeFace(brand, min, max, currency) },
        },
      };
    },
  };
}

/** What a range's value costs. A literal denomination on a range brand is another, dearer product. */
export function rangePrice(brand: Brand, value: string, coin: string, literal = false): string {
  const currency =
    brand.shape.type === "range" || brand.shape.type === "bill"
      ? brand.shape.currency
      : currencyOf(brand.country);
  const share = literal ? 10_450n : 10_148n;
  return inCoin((microDollars(value, currency) * share) / 10_000n, coin);
}
