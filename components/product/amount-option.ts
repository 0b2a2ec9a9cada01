import { formatMoney } from "@/components/checkout/format-money";
import { rangeFault } from "@/lib/checkout/range-fault";
import type { BrandPage, CoinAmount, FaceValue, Product } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { isLess, sameAmount } from "@/lib/payment/amount";
import type { Region } from "./narrow-plans";
import { type PlanMeasure, planMeasure } from "./plan-measure";
import { planNotes } from "./plan-notes";
import type { ProductWords } from "./product-words";
import { regionNames } from "./region-names";

/** A fixed amount as the form shows it: every sentence is made on the server. */
export type AmountOption = {
  denomination: string;
  label: string;
  notes: string[];
  price?: CoinAmount | undefined;
  face?: FaceValue | undefined;
  /** It goes to a number or an account, not to the buyer's e-mail address. */
  ownRecipient: boolean;
  /** What a plan holds, in numbers. */
  measure?: PlanMeasure | undefined;
  /** Where it works, for plans of a brand that work in different places. */
  regions?: Region[] | undefined;
};

/** A range with its limits as people write them. */
export type AmountRange = {
  min: string;
  max: string;
  step: string;
  currency: string;
  hint: string;
  ownRecipient: boolean;
  suggestions: { value: string; label: string }[];
};

type Context = { locale: string; words: ProductWords };

export function toAmountOptions(page: BrandPage, { locale, words }: Context): AmountOption[] {
  const fixed = page.products.filter(({ type }) => type === "fixed");
  const differ = new Set(fixed.map(({ regions = [] }) => regions.toSorted().join())).size > 1;
  const named = regionNames(locale);
  return fixed.map((product) => ({
    denomination: product.denomination,
    label: product.label,
    ownRecipient: product.deliversTo !== "email",
    measure: planMeasure(product.plan),
    notes: [...planNotes(product, locale, words.plan), ...arrival(product, locale, words)],
    ...(product.price && { price: product.price }),
    ...(product.faceValue && { face: product.faceValue }),
    ...(differ && product.regions && { regions: product.regions.map(named) }),
  }));
}

/** What a phone is credited with, where that is another amount than the one bought. */
function arrival(product: Product, locale: string, words: ProductWords): string[] {
  const { localValue, faceValue } = product;
  if (!localValue || localValue.currency === faceValue?.currency) return [];
  return [fill(words.form.arrives, { amount: formatMoney(localValue, locale) })];
}

/** The brand's range, with round amounts of it to choose at once. */
export function toAmountRange(
  page: BrandPage,
  { locale, words }: Context,
): AmountRange | undefined {
  const product = page.products.find(({ type }) => type === "range");
  const range = product?.range;
  if (!range) return undefined;
  const show = (amount: string) => formatMoney({ amount, currency: range.currency }, locale);
  const { rangeHint, rangeHintStep } = words.form;
  const hint = sameAmount(range.step, "1") || isLess(range.step, "1") ? rangeHint : rangeHintStep;
  return {
    ...range,
    ownRecipient: product.deliversTo !== "email",
    hint: fill(hint, { min: show(range.min), max: show(range.max), step: show(range.step) }),
    suggestions: ROUND_AMOUNTS.filter((value) => rangeFault(value, range) === undefined)
      .slice(0, 4)
      .map((value) => ({ value, label: show(value) })),
  };
}

const ROUND_AMOUNTS = ["10", "25", "50", "100", "200", "500", "1000", "2000", "5000", "10000"];
