import type { Product } from "@/lib/contract/catalog";
import type { Problem } from "@/lib/contract/problem";
import { checkAmount } from "./amount-check";

type Range = NonNullable<Product["range"]>;

/**
 * The amount that a spending limit still allows, as the range sells it: `left` comes as "40 USD" and
 * is of use only in the range's own currency.
 */
export function amountLeft(problems: readonly Problem[], range: Range): string | undefined {
  for (const { more } of problems) {
    const left = typeof more?.left === "string" ? more.left : "";
    const [, amount = "", currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(left) ?? [];
    if (currency !== range.currency) continue;
    const check = checkAmount(amount, range);
    if (check.kind === "ok") return check.value;
    if (check.kind === "step") return check.nearest;
  }
  return undefined;
}
