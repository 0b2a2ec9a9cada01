import { readBrand } from "@/lib/catalog/read-brand";
import { type CountryParams, findCountry } from "../find-country";

export type BrandParams = CountryParams & { brand: string };

/** The brand that an address names, with its country, as far as the shop sells there. */
export async function findBrand(params: BrandParams) {
  const place = findCountry(params);
  const { shop, locale, country } = place;
  const options = { coin: shop.defaults.coin, lang: locale };
  const page = country && (await readBrand(shop, country.code, params.brand, options));
  return { ...place, page };
}
