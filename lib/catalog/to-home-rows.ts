import type { BrandCard, HomeRow } from "../contract/catalog";
import { isRecord } from "../is-record";
import { isBrand } from "../shop/rules";
import { slugify } from "./slugs";
import type { Catalogue } from "./to-catalogue";

const ROW_BRANDS = 12;
const MAX_ROWS = 12;
const MAX_DEPTH = 6;
/** Fewer brands than this look like a mistake, not like a row. */
const MIN_BRANDS = 2;

type Found = { title?: string; ids: string[] };

const brandId = (value: unknown): string | undefined =>
  isRecord(value) && typeof value.brand_id === "string" && typeof value.brand === "string"
    ? value.brand_id
    : undefined;

/** Nobody has documented the feed, so any array of things that look like brands becomes a row. */
function findRows(value: unknown, title: string | undefined, depth: number): Found[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    const ids = value.map(brandId).filter((id) => id !== undefined);
    if (ids.length > 0) return [{ ids, ...(title === undefined ? {} : { title }) }];
    return value.slice(0, 100).flatMap((item) => findRows(item, undefined, depth + 1));
  }
  if (!isRecord(value)) return [];
  const own = [value.title, value.name, value.label].find(
    (text): text is string => typeof text === "string" && text.length > 0 && text.length <= 80,
  );
  return Object.values(value)
    .slice(0, 100)
    .flatMap((item) => findRows(item, own ?? title, depth + 1));
}

/**
 * The rows of a country's home page: the brands that the shop features, then upstream's feed, or popular
 * brands and categories when it says nothing.
 */
export function toHomeRows(
  feed: unknown,
  catalogue: Catalogue,
  featured: readonly string[] = [],
): HomeRow[] {
  const byId = new Map(catalogue.brands.map((brand) => [brand.brandId, brand]));
  const own = featuredRow(featured, catalogue, byId);
  const seen = new Set(own.map(({ key }) => key));
  const rows = findRows(feed, undefined, 0)
    .map(({ title, ids }): HomeRow => {
      const key = title === undefined ? "featured" : slugify(title);
      const brands = pick(ids, byId);
      return { key, brands, ...(title === undefined ? {} : { title }) };
    })
    .filter(({ key, brands }) => {
      if (brands.length < MIN_BRANDS || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const others = rows.length > 0 ? rows : fallbackRows(catalogue, byId);
  return [...own, ...others].slice(0, MAX_ROWS);
}

/** Brands are meant by any of their names, so one name may put several of a family into the row. */
function featuredRow(
  names: readonly string[],
  { brands }: Catalogue,
  byId: ReadonlyMap<string, BrandCard>,
): HomeRow[] {
  const ids = names.flatMap((name) =>
    brands.filter((brand) => isBrand(brand, name)).map(({ brandId }) => brandId),
  );
  const row = pick(ids, byId);
  return row.length > 0 ? [{ key: "featured", brands: row }] : [];
}

function pick(ids: readonly string[], byId: ReadonlyMap<string, BrandCard>): BrandCard[] {
  return [...new Set(ids)]
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ outOfStock }) => !outOfStock)
    .slice(0, ROW_BRANDS);
}

function fallbackRows(catalogue: Catalogue, byId: ReadonlyMap<string, BrandCard>): HomeRow[] {
  const popular = pick(catalogue.popularIds, byId);
  const rows = catalogue.categories.map(({ key }) => ({
    key,
    brands: pick(
      catalogue.brands.filter(({ categories }) => categories.includes(key)).map((b) => b.brandId),
      byId,
    ),
  }));
  return [{ key: "popular", brands: popular }, ...rows].filter(({ brands }) => brands.length > 0);
}
