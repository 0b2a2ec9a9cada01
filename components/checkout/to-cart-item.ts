import type { CartItem } from "@/lib/cart/cart-item";
import type { CheckoutLine } from "./checkout-types";

/** A line as the cart keeps it: with the value it was put there with, not with what is being typed. */
export function toCartItem(line: CheckoutLine): CartItem {
  const { country, slug, quantity, product, value } = line;
  const common = { country, slug, quantity };
  return value === undefined
    ? { ...common, denomination: product.denomination }
    : { ...common, value };
}
