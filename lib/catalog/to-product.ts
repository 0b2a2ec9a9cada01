import type { Plan, Product } from "../contract/catalog";
import type { UpstreamProduct } from "../cryptorefills/schemas/product";
import { deliveryTarget } from "../orders/delivery-target";
import { isLess, shortest } from "../payment/amount";

const UNLIMITED = -1;

/** A row that cannot be sold, such as a range without limits or one that goes nobody knows where, is left out. */
export function toProduct(product: UpstreamProduct): Product | undefined {
  const deliversTo = deliveryTarget(product.delivery_type);
  if (!deliversTo) return undefined;
  if (product.is_dynamic) {
    const { range } = product;
    if (!range || isLess(range.max, range.min)) return undefined;
    return {
      denomination: "range",
      label: `${shortest(range.min)}–${shortest(range.max)} ${range.currency}`,
      type: "range",
      range: {
        min: shortest(range.min),
        max: shortest(range.max),
        step: shortest(range.step_size),
        currency: range.currency,
      },
      deliversTo,
    };
  }
  const { denomination, face_value: face, local_currency: local } = product;
  if (denomination === undefined) return undefined;
  const plan = toPlan(product);
  return {
    denomination,
    label: product.localized_denomination ?? denomination,
    type: "fixed",
    ...(face && { faceValue: { amount: face.amount.price, currency: face.currency_code } }),
    ...(product.coin_amount !== undefined &&
      product.coin !== undefined && {
        price: { amount: product.coin_amount, coin: product.coin },
      }),
    deliversTo,
    ...(plan && { plan }),
    ...(local && { localValue: { amount: local.amount.price, currency: local.code } }),
    ...(product.valid_regions.length > 0 && { regions: product.valid_regions }),
  };
}

type Benefit = UpstreamProduct["benefits"][number];

const isUnlimited = ({ amount }: Benefit): boolean => amount.amount === UNLIMITED;

function amountOf({ amount: { amount, max } }: Benefit): string {
  return max === undefined || max === amount ? String(amount) : `${amount}–${max}`;
}

function toPlan({ benefits, additional_details: more }: UpstreamProduct): Plan | undefined {
  const all = benefits.length > 0 ? benefits : (more?.benefits ?? []);
  const validity =
    more?.validity ??
    (more?.durationInDays === undefined
      ? undefined
      : { quantity: more.durationInDays, unit: "DAY" });
  if (all.length === 0 && !validity) return undefined;
  const data = all.find(({ type }) => type === "DATA");
  return {
    ...(data && !isUnlimited(data) && { data: `${amountOf(data)} ${data.unit}`.trim() }),
    ...(data && { unlimited: isUnlimited(data) }),
    ...(validity && { validity: { quantity: validity.quantity, unit: validity.unit } }),
    benefits: all.map((benefit) => ({
      type: benefit.type,
      amount: amountOf(benefit),
      unit: benefit.unit,
      unlimited: isUnlimited(benefit),
    })),
  };
}
