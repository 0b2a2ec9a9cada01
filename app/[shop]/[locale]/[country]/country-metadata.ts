import type { Metadata } from "next";
import { readBrands } from "@/lib/catalog/read-brands";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";
import { pageMetadata } from "../page-metadata";

type Page = {
  shop: Shop;
  locale: Locale;
  country: { code: string; name: string };
  words: { metaTitle: string; metaDescription: string };
  path: (locale: Locale, country: string) => string;
};

/** Title, description and addresses of a page about all that a country sells. */
export async function countryMetadata(page: Page): Promise<Metadata> {
  const { shop, locale, country, words, path } = page;
  const { brands } = await readBrands(shop, country.code);
  const values = { country: country.name, count: brands.length };
  return pageMetadata({
    shop,
    locale,
    title: fill(words.metaTitle, { country: country.name }),
    description: fill(words.metaDescription, values, locale),
    path: (language) => path(language, country.code),
    picture: { country: country.code },
  });
}
