import type { FaceValue } from "@/lib/contract/catalog";
import type { CheckoutLine } from "./checkout-types";

/** What one of a line is worth: the value chosen within a range, or the product's own. */
export function faceOf(
  { product }: CheckoutLine,
  value: string | undefined,
): FaceValue | undefined {
  const { range, faceValue } = product;
  if (!range) return faceValue;
  return value === undefined ? undefined : { amount: value, currency: range.currency };
}
