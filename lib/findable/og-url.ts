import type { Locale } from "../i18n/locales";
import type { Shop } from "../shop/schema";

type Place = { country?: string; brand?: string };

export const OG_SIZE = { width: 1200, height: 630 } as const;

/** The address of a page's picture. The revision lets a changed shop get a new one at once. */
export function ogUrl(shop: Pick<Shop, "url" | "revision">, locale: Locale, place: Place): string {
  const query = new URLSearchParams({ lang: locale });
  if (place.country !== undefined) query.set("country", place.country);
  if (place.brand !== undefined) query.set("brand", place.brand);
  query.set("v", shop.revision);
  return `${shop.url}/og.png?${query}`;
}
