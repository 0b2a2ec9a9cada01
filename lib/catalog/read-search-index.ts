import "server-only";
import { categoryName } from "../i18n/category-name";
import type { Locale } from "../i18n/locales";
import { loadMessages } from "../i18n/messages";
import { buildSearchIndex } from "../search/build-index";
import type { Shop } from "../shop/schema";
import { readBrands } from "./read-brands";
import type { Catalogue } from "./to-catalogue";

/** An index is as old as the catalogue it was made of, so that it needs no clock of its own. */
const built = new WeakMap<Catalogue, Map<Locale, SearchIndex>>();

/** As the library wrote it. */
type SearchIndex = { readonly json: string };

/**
 * The search index of a country for one language, as JSON.
 * @throws UpstreamError when nothing is known of the country yet.
 */
export async function readSearchIndex(
  shop: Shop,
  country: string,
  locale: Locale,
): Promise<SearchIndex> {
  const catalogue = await readBrands(shop, country);
  const known = built.get(catalogue) ?? new Map<Locale, SearchIndex>();
  built.set(catalogue, known);
  const index = known.get(locale) ?? (await build(catalogue, locale));
  known.set(locale, index);
  return index;
}

async function build({ brands }: Catalogue, locale: Locale): Promise<SearchIndex> {
  const { categories, kinds } = (await loadMessages(locale)).catalog;
  const json = buildSearchIndex(brands, {
    categoryName: (key) => categoryName(key, categories),
    kindName: (kind) => kinds[kind],
  });
  return { json };
}
