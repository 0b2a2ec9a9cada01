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
  country?: string;
  slug?: string;
  denomination?: string;
  value?: string;
  coin?: string;
};

type Found = { page: BrandPage; product: Product };

export type CheckoutData =
  | { kind: "nothing_chosen" }
  | { kind: "gone"; page?: BrandPage }
  | { kind: "sold_out"; page: BrandPage }
  | { kind: "unavailable" }
  | ({ kind: "ready"; methods: PaymentMethod[] } & Found);

type SearchParams = Record<string, string | string[] | undefined>;

export function parseCheckoutQuery(params: SearchParams): CheckoutQuery {
  const one = (name: string, max: number): string | undefined => {
    const raw = params[name];
    const text = (Array.isArray(raw) ? raw[0] : raw)?.trim();
    return text === undefined || text === "" || text.length > max ? undefined : text;
  };
  const country = one("c", 2)?.toUpperCase();
  const query = {
    country: country !== undefined && isCountryCode(country) ? country : undefined,
    slug: one("b", 120),
    denomination: one("d", 200),
    value: one("v", 20),
    coin: one("coin", 20),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

export async function loadCheckout(
  shop: Shop,
  locale: Locale,
  query: CheckoutQuery,
): Promise<CheckoutData> {
  const { country, slug, denomination, value } = query;
  if (country === undefined || slug === undefined) return { kind: "nothing_chosen" };
  try {
    const methods = await readPaymentMethods(shop);
    // A coin nobody offers is not asked for upstream, nor does it get a place in the cache.
    const offered = methods.some((method) => method.coin === query.coin);
    const coin = (offered ? query.coin : undefined) ?? shop.defaults.coin;
    const page = await readBrand(shop, country, slug, { coin, lang: locale });
    if (!page) return { kind: "gone" };
    if (page.brand.outOfStock) return { kind: "sold_out", page };
    const product = findChoice(page, { denomination, value });
    return product ? { kind: "ready", page, product, methods } : { kind: "gone", page };
  } catch (error) {
    if (error instanceof UpstreamError) return { kind: "unavailable" };
    throw error;
  }
}
