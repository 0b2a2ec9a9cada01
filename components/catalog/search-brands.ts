import { categoryName } from "@/lib/i18n/category-name";
import { fold, matchRank } from "@/lib/search/fold";
import type { BrowseFilters } from "./browse-filters";
import type { CatalogWords } from "./catalog-words";
import type { TileBrand } from "./tile-brand";

/** A brand with its words made ready once, so that a keystroke only compares. */
export type IndexedBrand = { brand: TileBrand; name: string; topics: string };

export function indexBrands(
  brands: readonly TileBrand[],
  words: CatalogWords["categories"],
): IndexedBrand[] {
  return brands.map((brand) => ({
    brand,
    name: fold(brand.name),
    topics: fold(brand.categories.map((key) => categoryName(key, words)).join(" ")),
  }));
}

/**
 * The brands that answer the filters, the best answer first, otherwise in the order they came in.
 * @param alike slugs that may be meant though they are written otherwise; they come last.
 */
export function searchBrands(
  index: readonly IndexedBrand[],
  { q, kind, category, sort }: BrowseFilters,
  locale: string,
  alike: readonly string[] = [],
): TileBrand[] {
  const query = fold(q);
  const found = index.filter(
    ({ brand }) =>
      (kind === "all" || brand.shelf === kind) &&
      (category === "" || brand.categories.includes(category)),
  );
  const ranked =
    query === ""
      ? found
      : found
          .map((entry) => ({ entry, rank: rankOf(entry, query) }))
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => b.rank - a.rank)
          .map(({ entry }) => entry);
  const brands = ranked.map(({ brand }) => brand);
  if (query !== "") brands.push(...othersAlike(found, brands, alike));
  if (sort === "featured") return brands;
  const order = new Intl.Collator(locale);
  return brands.sort((a, b) => order.compare(a.name, b.name));
}

function othersAlike(
  found: readonly IndexedBrand[],
  exact: readonly TileBrand[],
  alike: readonly string[],
): TileBrand[] {
  const known = new Set(exact.map(({ slug }) => slug));
  const bySlug = new Map(found.map(({ brand }) => [brand.slug, brand]));
  return alike.filter((slug) => !known.has(slug)).flatMap((slug) => bySlug.get(slug) ?? []);
}

function rankOf({ name, topics }: IndexedBrand, query: string): number {
  const whole = matchRank(name, query);
  if (whole > 0) return whole + 2;
  const parts = query.split(" ");
  if (parts.every((part) => name.includes(part))) return 2;
  return parts.every((part) => name.includes(part) || matchRank(topics, part) > 1) ? 1 : 0;
}
