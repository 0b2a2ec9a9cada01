import type { BrandCard } from "@/lib/contract/catalog";

type Catalogue = { brands: readonly BrandCard[]; popularIds: readonly string[] };

/** Popular brands first, then the others as upstream lists them; what cannot be bought comes last. */
export function orderBrands({ brands, popularIds }: Catalogue): BrandCard[] {
  const byId = new Map(brands.map((brand) => [brand.brandId, brand]));
  const popular = popularIds.flatMap((id) => byId.get(id) ?? []);
  const all = [...new Set([...popular, ...brands])];
  return [...all.filter((brand) => !brand.outOfStock), ...all.filter((brand) => brand.outOfStock)];
}
