import { CART_MAX, type CartItem, capItems, parseCartItem } from "@/lib/cart/cart-item";
import { findChoice } from "@/lib/cart/find-choice";
import { isCountryCode } from "@/lib/catalog/countries";
import { readBrand } from "@/lib/catalog/read-brand";
import { readPaymentMethods } from "@/lib/catalog/read-payment-methods";
import type { BrandPage, PaymentMethod, Product } from "@/lib/contract/catalog";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import type { Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";

/** What the address of the page asks for, as far as it has a shape that can be meant. */
export type CheckoutQuery = {
  items: CartItem[];
  /** The items are the device's cart, and what becomes of them here happens to the cart. */
  isCart: boolean;
  coin?: string;
};

export type FoundItem = { item: CartItem; page: BrandPage; product: Product };
export type MissingItem =
  | { kind: "gone"; item: CartItem; page?: BrandPage }
  | { kind: "sold_out"; item: CartItem; page: BrandPage };

export type CheckoutData =
  | { kind: "nothing_chosen" }
  | { kind: "unavailable" }
  | MissingItem
  | { kind: "ready"; methods: PaymentMethod[]; found: FoundItem[]; missing: MissingItem[] };

type SearchParams = Record<string, string | string[] | undefined>;

/**
 * Reads both forms of the address: `l`, once for each item, and `c`, `b` and `d` or `v`, which the
 * product page's form sends by itself.
 */
export function parseCheckoutQuery(params: SearchParams): CheckoutQuery {
  const one = (name: string, max: number): string | undefined => {
    const raw = params[name];
    const given = Array.isArray(raw) ? raw[0] : raw;
    // A denomination is a key of upstream's, to whose spaces nobody may do anything.
    const text = name === "d" ? given : given?.trim();
    return text === undefined || text === "" || text.length > max ? undefined : text;
  };
  const coin = one("coin", 20);
  const listed = [params.l ?? []].flat().slice(0, CART_MAX).map(parseCartItem);
  const isCart = listed.length > 0 && one("cart", 1) === "1";
  const items = (listed.length > 0 ? listed : [singleItem(one)]).filter(
    (item) => item !== undefined && isCountryCode(item.country),
  ) as CartItem[];
  return { items: capItems(items), isCart, ...(coin !== undefined && { coin }) };
}

function singleItem(one: (name: string, max: number) => string | undefined): CartItem | undefined {
  const [country, slug, denomination, value] = [
    one("c", 2),
    one("b", 120),
    one("d", 200),
    one("v", 20),
  ];
  if (country === undefined || slug === undefined) return undefined;
  const common = { country: country.toUpperCase(), slug, quantity: 1 };
  if (value !== undefined) return { ...common, value };
  return { ...common, denomination: denomination ?? "" };
}

export async function loadCheckout(
  shop: Shop,
  locale: Locale,
  query: CheckoutQuery,
): Promise<CheckoutData> {
  const [first] = query.items;
  if (!first) return { kind: "nothing_chosen" };
  try {
    const methods = await readPaymentMethods(shop);
    // A coin nobody offers is not asked for upstream, nor does it get a place in the cache.
    const offered = methods.some((method) => method.coin === query.coin);
    const coin = (offered ? query.coin : undefined) ?? shop.defaults.coin;
    const results = await Promise.all(
      query.items.map((item) => loadItem(shop, item, { coin, lang: locale })),
    );
    const found = results.filter((result) => "product" in result);
    const missing = results.filter((result) => "kind" in result);
    if (found.length > 0) return { kind: "ready", methods, found, missing };
    return missing[0] ?? { kind: "nothing_chosen" };
  } catch (error) {
    if (error instanceof UpstreamError) return { kind: "unavailable" };
    throw error;
  }
}

async function loadItem(
  shop: Shop,
  item: CartItem,
  asked: { coin: string; lang: Locale },
): Promise<FoundItem | MissingItem> {
  const page = await readBrand(shop, item.country, item.slug, asked);
  if (!page) return { kind: "gone", item };
  if (page.brand.outOfStock) return { kind: "sold_out", item, page };
  const product = findChoice(page, item);
  return product ? { item, page, product } : { kind: "gone", item, page };
}
