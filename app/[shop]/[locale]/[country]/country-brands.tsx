import { BrandBrowser } from "@/components/catalog/brand-browser";
import type { CatalogWords } from "@/components/catalog/catalog-words";
import { toTileBrand } from "@/components/catalog/tile-brand";
import type { readBrands } from "@/lib/catalog/read-brands";
import { categoryName } from "@/lib/i18n/category-name";
import type { Locale } from "@/lib/i18n/locales";
import { KINDS, kindOf } from "@/lib/shop/kinds";
import { orderBrands } from "./order-brands";

type Props = {
  catalogue: Awaited<ReturnType<typeof readBrands>>;
  country: { code: string; name: string };
  locale: Locale;
  words: CatalogWords;
  /** So many stand in the page itself; the browser loads the others, so that the page stays light. */
  first: number;
  revision: string;
};

/** All brands of a country, with what they can be filtered by. */
export function CountryBrands({ catalogue, words, first, ...rest }: Props) {
  const { brands, categories } = catalogue;
  const { browse, tile, kinds, search } = words;
  const present = new Set(brands.map(kindOf));
  const names = new Intl.Collator(rest.locale);
  return (
    <BrandBrowser
      {...rest}
      words={{ browse, tile, kinds, search, categories: words.categories }}
      first={orderBrands(catalogue).slice(0, first).map(toTileBrand)}
      total={brands.length}
      kinds={KINDS.filter((kind) => present.has(kind))}
      categories={categories
        .map(({ key }) => ({ key, name: categoryName(key, words.categories) }))
        .sort((a, b) => names.compare(a.name, b.name))}
    />
  );
}
