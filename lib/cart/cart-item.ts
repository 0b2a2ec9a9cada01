/** One entry of a cart or of an address of the checkout page; holds nothing about the buyer. */
export type CartItem = {
  country: string;
  /** The brand's slug in its country. */
  slug: string;
  quantity: number;
} & ({ denomination: string } | { value: string });

/** Upstream delivers at most this many products for one order. */
export const CART_MAX = 10;

const ITEM = /^([A-Z]{2})\/([^/]{1,120})\/(\d{1,2})\/([dv]):([\s\S]{1,200})$/;

/** An item as one text, for addresses and storage; `parseCartItem` reads it back. */
export function formatCartItem(item: CartItem): string {
  const product = "value" in item ? `v:${item.value}` : `d:${item.denomination}`;
  return `${item.country}/${item.slug}/${item.quantity}/${product}`;
}

export function parseCartItem(text: string): CartItem | undefined {
  const [, country = "", slug = "", count = "", kind, product = ""] = ITEM.exec(text) ?? [];
  const quantity = Number(count);
  if (country === "" || quantity < 1 || quantity > CART_MAX) return undefined;
  const common = { country, slug, quantity };
  return kind === "v" ? { ...common, value: product } : { ...common, denomination: product };
}

/** Whether two items mean the same product, however many of it. */
export function isSameProduct(left: CartItem, right: CartItem): boolean {
  return formatCartItem({ ...left, quantity: 1 }) === formatCartItem({ ...right, quantity: 1 });
}

export function countItems(items: readonly CartItem[]): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** As many whole items, from the first on, as one order may have. */
export function capItems(items: readonly CartItem[]): CartItem[] {
  const kept: CartItem[] = [];
  for (const item of items) {
    const room = CART_MAX - countItems(kept);
    if (room > 0) kept.push({ ...item, quantity: Math.min(item.quantity, room) });
  }
  return kept;
}
