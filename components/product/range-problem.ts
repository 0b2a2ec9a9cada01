import type { AmountCheck } from "@/components/checkout/amount-check";
import { formatMoney } from "@/components/checkout/format-money";
import { fill } from "@/lib/i18n/fill";
import type { AmountRange } from "./amount-option";
import type { ProductWords } from "./product-words";

/** What is wrong with an amount and what would be right; `undefined` when nothing is. */
export function rangeProblem(
  check: AmountCheck,
  { min, max, step, currency }: AmountRange,
  words: ProductWords["form"]["errors"],
  locale: string,
): string | undefined {
  const show = (amount: string) => formatMoney({ amount, currency }, locale);
  switch (check.kind) {
    case "ok":
      return undefined;
    case "format":
      return fill(words.format, { example: min });
    case "step":
      return fill(words.step, { step: show(step), nearest: show(check.nearest) });
    default:
      return fill(words[check.kind], { min: show(min), max: show(max) });
  }
}
