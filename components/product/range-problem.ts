import { formatMoney } from "@/components/checkout/format-money";
import { rangeFault } from "@/lib/checkout/range-fault";
import { fill } from "@/lib/i18n/fill";
import type { AmountRange } from "./amount-option";
import type { ProductWords } from "./product-words";

type Words = ProductWords["form"]["errors"];

/** What was typed as a decimal: people write a comma, and spaces between thousands. */
export function toValue(typed: string): string {
  return typed.replace(/[\s\u00a0]/g, "").replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
}

/** What is wrong with an amount and what would be right; `undefined` when nothing is. */
export function rangeProblem(
  typed: string,
  range: AmountRange,
  words: Words,
  locale: string,
): string | undefined {
  const show = (amount: string) => formatMoney({ amount, currency: range.currency }, locale);
  const limits = { min: show(range.min), max: show(range.max) };
  const value = toValue(typed);
  if (value === "") return fill(words.missing, limits);
  const fault = rangeFault(value, range);
  if (!fault) return undefined;
  if (fault.code === "format") return fill(words.format, { example: range.min });
  if (fault.code === "outside") return fill(words.outside, limits);
  return fill(words.step, { step: show(fault.step), nearest: show(fault.nearest) });
}
