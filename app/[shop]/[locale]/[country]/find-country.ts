import { countryName, isCountryCode } from "@/lib/catalog/countries";
import type { Locale } from "@/lib/i18n/locales";
import { currentShop } from "@/lib/shop/current";
import { sellsIn } from "@/lib/shop/rules";
import type { Shop } from "@/lib/shop/schema";
import { toLocale } from "../to-locale";

export type CountryParams = { shop: string; locale: string; country: string };

type Place = { shop: Shop; locale: Locale; country: { code: string; name: string } | undefined };

/** The country that an address names: lower case, known to upstream, and one the shop sells in. */
export function findCountry(params: CountryParams): Place {
  const shop = currentShop(params.shop);
  const locale = toLocale(params.locale);
  const code = params.country.toUpperCase();
  const sold =
    params.country === params.country.toLowerCase() && isCountryCode(code) && sellsIn(shop, code);
  return {
    shop,
    locale,
    country: sold ? { code, name: countryName(code, locale) } : undefined,
  };
}
