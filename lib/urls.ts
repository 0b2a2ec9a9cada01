import { type CartItem, formatCartItem } from "./cart/cart-item";
import type { Locale } from "./i18n/locales";

const lower = (country: string): string => country.toLowerCase();

export const homePath = (locale: Locale): string => `/${locale}`;
export const countryPath = (locale: Locale, country: string): string =>
  `/${locale}/${lower(country)}`;
export const browsePath = (locale: Locale, country: string): string =>
  `${countryPath(locale, country)}/browse`;
/** The page of all brands with those of one category alone. */
export const categoryPath = (locale: Locale, country: string, category: string): string =>
  `${browsePath(locale, country)}?category=${encodeURIComponent(category)}`;
export const brandPath = (locale: Locale, country: string, slug: string): string =>
  `${countryPath(locale, country)}/${slug}`;
export const ordersPath = (locale: Locale): string => `/${locale}/orders`;
export const orderPath = (locale: Locale, reference: string): string =>
  `${ordersPath(locale)}/${reference}`;
/** Where a gift is opened; what is in it stands in the fragment, which no server is sent. */
export const giftPath = (locale: Locale): string => `/${locale}/gift`;

/** Where some items are paid for. A cart's own page changes the device's cart with what is changed on it. */
export function checkoutPath(
  locale: Locale,
  items: readonly CartItem[],
  { coin, isCart = false }: { coin?: string | undefined; isCart?: boolean } = {},
): string {
  const query = checkoutQuery(items, isCart);
  if (coin !== undefined) query.set("coin", coin);
  return query.size > 0 ? `/${locale}/checkout?${query}` : `/${locale}/checkout`;
}

/** What checkout's address says of the items: the list, or the one choice of a product page's form. */
const OF_ITEMS: ReadonlySet<string> = new Set(["l", "cart", "c", "b", "d", "v"]);

/** The query of checkout's address with these items; whatever else stood in it, such as a coin, stays. */
export function checkoutQuery(
  items: readonly CartItem[],
  isCart: boolean,
  search = "",
): URLSearchParams {
  const others = [...new URLSearchParams(search)].filter(([name]) => !OF_ITEMS.has(name));
  const cart = items.length > 0 && isCart ? [["cart", "1"]] : [];
  return new URLSearchParams([
    ...items.map((item) => ["l", formatCartItem(item)]),
    ...cart,
    ...others,
  ]);
}
