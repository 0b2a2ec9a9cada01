import type { FaceValue } from "@/lib/contract/catalog";
import type { Problem } from "@/lib/contract/problem";
import { isAmount, remainder, sumOf, timesOf } from "@/lib/payment/amount";
import { checkAmount } from "./amount-check";
import type { CheckoutLine } from "./checkout-types";

type OtherLine = (FaceValue & { quantity: number }) | undefined;

/**
 * The amount that a spending limit still allows for a line, as its range sells it. What is left comes as "40 USD" and
 * is of use only in the range's own currency; what the other lines take of it must be known as well.
 */
export function amountLeft(
  { more }: Pick<Problem, "more">,
  { product, quantity }: CheckoutLine,
  others: readonly OtherLine[] = [],
): string | undefined {
  const { range } = product;
  const limit = more?.left;
  if (!range || typeof limit !== "string") return undefined;
  const [, most = "", currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(limit) ?? [];
  if (currency !== range.currency || quantity !== 1) return undefined;
  const taken = others.map((other) =>
    other?.currency === currency && isAmount(other.amount)
      ? timesOf(other.amount, other.quantity)
      : undefined,
  );
  if (taken.includes(undefined)) return undefined;
  const rest = remainder(most, sumOf(taken.filter((amount) => amount !== undefined)));
  const check = checkAmount(downToCents(rest ?? "0"), range);
  if (check.kind === "ok") return check.value;
  return check.kind === "step" ? check.nearest : undefined;
}

const downToCents = (amount: string): string => amount.replace(/(\.\d{2})\d+$/, "$1");
