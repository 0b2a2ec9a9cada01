import type { CatalogWords } from "@/components/catalog/catalog-words";
import type { ProductWords } from "@/components/product/product-words";
import type { BrandPage } from "@/lib/contract/catalog";
import { breadcrumbData } from "@/lib/findable/breadcrumb-data";
import { ogUrl } from "@/lib/findable/og-url";
import { productData } from "@/lib/findable/product-data";
import { categoryName } from "@/lib/i18n/category-name";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";
import { brandPath, categoryPath, countryPath } from "@/lib/urls";

/** The title and the description of a brand's page. */
export function brandTexts({ brand }: BrandPage, country: string, words: ProductWords) {
  const delivery = words.facts[brand.deliversTo];
  const values = { brand: brand.name, country, delivery };
  return {
    title: fill(words.metaTitle, values),
    description: fill(words.metaDescription, values),
  };
}

type Options = {
  shop: Shop;
  locale: Locale;
  country: { code: string; name: string };
  page: BrandPage;
  words: { product: ProductWords; catalog: CatalogWords };
};

/** What search engines are told of a brand's page: the product with its offers, and the way to it. */
export function brandData({ shop, locale, country, page, words }: Options) {
  const { slug, name } = page.brand;
  const category = categoryName(page.brand.category, words.catalog.categories);
  const url = `${shop.url}${brandPath(locale, country.code, slug)}`;
  const { description } = brandTexts(page, country.name, words.product);
  const image = ogUrl(shop, locale, { country: country.code, brand: slug });
  return [
    productData({ page, url, image, description, category }),
    breadcrumbData([
      { name: country.name, url: `${shop.url}${countryPath(locale, country.code)}` },
      {
        name: category,
        url: `${shop.url}${categoryPath(locale, country.code, page.brand.category)}`,
      },
      { name, url },
    ]),
  ];
}
