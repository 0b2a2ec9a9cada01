import { browserStore, type KeyValueStore, readJson, writeJson } from "./browser-storage";
import {
  CART_MAX,
  type CartItem,
  capItems,
  countItems,
  formatCartItem,
  isSameProduct,
  parseCartItem,
} from "./cart-item";

const STORE_KEY = "cart";
/** Tells the islands of this tab what the `storage` event tells the other tabs. */
const CHANGED = "cart-changed";

export function readCart(store: KeyValueStore): CartItem[] {
  const stored = readJson(store, STORE_KEY);
  if (!Array.isArray(stored)) return [];
  const items = stored.flatMap((text) => (typeof text === "string" ? [parseCartItem(text)] : []));
  return capItems(items.filter((item) => item !== undefined));
}

export function writeCart(store: KeyValueStore, items: readonly CartItem[]): void {
  if (items.length === 0) store.removeItem(STORE_KEY);
  else writeJson(store, STORE_KEY, items.map(formatCartItem));
  if (typeof window !== "undefined") window.dispatchEvent(new Event(CHANGED));
}

/**
 * Puts an item into the cart; `false` when the cart has no room for it. Equal products become one
 * item with a higher quantity, except those that each go to a recipient of their own.
 */
export function addToCart(store: KeyValueStore, item: CartItem, ownRecipient: boolean): boolean {
  const items = readCart(store);
  if (countItems(items) + item.quantity > CART_MAX) return false;
  const same = ownRecipient ? undefined : items.find((one) => isSameProduct(one, item));
  writeCart(
    store,
    same
      ? items.map((one) =>
          one === same ? { ...one, quantity: one.quantity + item.quantity } : one,
        )
      : [...items, item],
  );
  return true;
}

/** Calls back whenever the cart changes, in this tab or in another, and when it may have changed unseen. */
export function onCartChange(callback: () => void): () => void {
  const fromOtherTab = (event: StorageEvent) => {
    // A cleared store names no key.
    if (event.key === STORE_KEY || event.key === null) callback();
  };
  window.addEventListener(CHANGED, callback);
  window.addEventListener("storage", fromOtherTab);
  // A page that was kept for the way back may have heard of nothing meanwhile.
  window.addEventListener("pageshow", callback);
  return () => {
    window.removeEventListener(CHANGED, callback);
    window.removeEventListener("storage", fromOtherTab);
    window.removeEventListener("pageshow", callback);
  };
}

/** The cart as one text, which is equal as long as the cart is. */
export function cartText(): string {
  return readCart(browserStore("localStorage")).map(formatCartItem).join("\n");
}
