import MiniSearch from "minisearch";
import type { BrandCard } from "../contract/catalog";
import { type Kind, kindOf } from "../shop/kinds";
import { SEARCH_OPTIONS, type SearchEntry } from "./search-options";

type Words = {
  /** The name of a category in the reader's language. */
  categoryName: (key: string) => string;
  kindName: (kind: Kind) => string;
};

/**
 * The brands of a country as an index for one language. Categories are found by the words of that
 * language and by upstream's own, which are English.
 */
export function buildSearchIndex(brands: readonly BrandCard[], words: Words): string {
  const index = new MiniSearch<SearchEntry>(SEARCH_OPTIONS);
  index.addAll(
    brands.map((brand) => ({
      slug: brand.slug,
      name: brand.name,
      family: brand.family === brand.name ? "" : brand.family,
      topics: [
        words.kindName(kindOf(brand)),
        ...brand.categories.flatMap((key) => [words.categoryName(key), key.replaceAll("_", " ")]),
      ].join(" "),
      shelf: kindOf(brand),
    })),
  );
  return JSON.stringify(index);
}
