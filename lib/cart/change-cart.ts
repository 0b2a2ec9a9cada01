import type { KeyValueStore } from "./browser-storage";
import { type CartItem, capItems, isSameProduct } from "./cart-item";
import { readCart, writeCart } from "./cart-store";

/** Takes what was ordered out of the cart; what another tab has added meanwhile stays. */
export function takeFromCart(store: KeyValueStore, ordered: readonly CartItem[]): void {
  writeCart(store, without(readCart(store), ordered));
}

/** Writes the cart as it was changed from what was there; what another tab has added meanwhile stays. */
export function changeCart(
  store: KeyValueStore,
  { from, to }: { from: readonly CartItem[]; to: readonly CartItem[] },
): void {
  writeCart(store, capItems([...to, ...without(readCart(store), from)]));
}

/** Some items less others, each as often as it is among the others. */
export function without(items: readonly CartItem[], others: readonly CartItem[]): CartItem[] {
  const left = [...items];
  for (const item of others) {
    const at = left.findIndex((one) => isSameProduct(one, item));
    const found = left[at];
    if (!found) continue;
    const quantity = found.quantity - item.quantity;
    if (quantity > 0) left[at] = { ...found, quantity };
    else left.splice(at, 1);
  }
  return left;
}
