import { productsOf, rangePrice } from "../data/products";
import { microDollars } from "../data/rates";
import type { Brand } from "../data/types";
import type { Json, Line } from "./types";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What a delivery of a request buys of a brand; nothing when the brand has no such product. */
export function toLine(brand: Brand, delivery: Json, coin: string): Line | undefined {
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

/** Whether what was bought can go where it is to go. */
export function accountFits({ delivery, account, brand }: Line): boolean {
  if (delivery === "by_email") return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account);
  if (delivery === "by_account") return /^[\w-]{5,40}$/.test(account);
  return /^\+[1-9]\d{7,14}$/.test(account) && account.startsWith(PREFIXES[brand.country] ?? "+");
}

/** An order line as problems name it. */
export function aboutDelivery(delivery: Json): Json {
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
