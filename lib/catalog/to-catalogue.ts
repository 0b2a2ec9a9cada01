import type { BrandCard, Category } from "../contract/catalog";
import type { BrandsResponse, UpstreamBrand } from "../cryptorefills/schemas/brand";
import { sellsBrand } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { toLogo } from "./logo";
import { slugsOf } from "./slugs";

export type Catalogue = {
  country: string;
  brands: BrandCard[];
  categories: Category[];
  popularIds: string[];
};

/** Every brand once, with all the categories it was listed under; what this shop may not sell is gone. */
export function toCatalogue(
  answer: BrandsResponse,
  country: string,
  shop: Shop,
  apiOrigin: string,
): Catalogue {
  const merged = mergeBrands(answer);
  const sold = [...merged.values()].filter(({ brand, categories }) =>
    sellsBrand(shop, { ...namesOf(brand), kind: brand.kind, categories: [...categories] }),
  );
  const slugs = slugsOf(sold.map(({ brand }) => ({ id: brand.brand_id, name: brand.brand })));
  const brands = sold.map(({ brand, categories }) =>
    toCard(brand, [...categories], slugs.get(brand.brand_id) ?? brand.brand_id, apiOrigin),
  );
  const popular = [
    ...answer.popular_brands,
    ...answer.categories.flatMap((group) => group.popular_brands),
  ];
  const ids = new Set(brands.map(({ brandId }) => brandId));
  return {
    country,
    brands,
    categories: countCategories(brands),
    popularIds: [...new Set(popular.map(({ brand_id }) => brand_id))].filter((id) => ids.has(id)),
  };
}

type Merged = { brand: UpstreamBrand; categories: Set<string> };

function mergeBrands(answer: BrandsResponse): Map<string, Merged> {
  const merged = new Map<string, Merged>();
  const add = (brand: UpstreamBrand, category: string | undefined) => {
    const known = merged.get(brand.brand_id) ?? { brand, categories: new Set<string>() };
    for (const key of [category, brand.category, ...brand.additional_categories]) {
      if (key !== undefined && key !== "") known.categories.add(key);
    }
    merged.set(brand.brand_id, known);
  };
  for (const group of answer.categories) {
    for (const brand of [...group.brands, ...group.popular_brands]) add(brand, group.category);
  }
  for (const brand of [...answer.all_brands, ...answer.popular_brands]) add(brand, undefined);
  return merged;
}

const namesOf = (brand: UpstreamBrand) => ({
  brandId: brand.brand_id,
  name: brand.brand,
  family: brand.family ?? brand.brand,
});

export function toCard(
  brand: UpstreamBrand,
  categories: string[],
  slug: string,
  apiOrigin: string,
): BrandCard {
  const { min, max } = brand;
  // Ready-made texts such as "$5" or "1 GB 3 days": shown, never calculated with.
  const priceLabel =
    min !== undefined && max !== undefined && min !== max ? `${min} – ${max}` : min;
  return {
    slug,
    ...namesOf(brand),
    kind: brand.kind,
    category: brand.category ?? categories[0] ?? "other_products",
    categories,
    logo: toLogo(brand, apiOrigin),
    ...(priceLabel === undefined ? {} : { priceLabel }),
    outOfStock: brand.is_out_of_stock,
    deliversTo: "unknown",
    tags: brand.brand_tags,
  };
}

function countCategories(brands: readonly BrandCard[]): Category[] {
  const counts = new Map<string, Category>();
  for (const { categories, kind } of brands) {
    for (const key of categories) {
      const known = counts.get(key) ?? { key, kind, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...counts.values()].sort((left, right) => right.count - left.count);
}
