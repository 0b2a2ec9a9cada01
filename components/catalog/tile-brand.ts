import type { BrandCard } from "@/lib/contract/catalog";
import { type Kind, kindOf } from "@/lib/shop/kinds";

/** As much of a brand as its tile and the filters need: this goes into the page once for each tile. */
export type TileBrand = Pick<BrandCard, "slug" | "name" | "logo" | "priceLabel" | "categories"> & {
  shelf: Kind;
  mark?: "out" | "sale" | "new";
};

export function toTileBrand(brand: BrandCard): TileBrand {
  const { slug, name, priceLabel, categories } = brand;
  const { url, baseUrl, background } = brand.logo;
  const mark = brand.outOfStock
    ? "out"
    : (["sale", "new"] as const).find((tag) => brand.tags.includes(tag));
  return {
    slug,
    name,
    categories,
    shelf: kindOf(brand),
    // The full address is needed only where there is no base to build both sizes from.
    logo: {
      ...(baseUrl === undefined ? (url === undefined ? {} : { url }) : { baseUrl }),
      ...(background === undefined ? {} : { background }),
    },
    ...(priceLabel === undefined ? {} : { priceLabel }),
    ...(mark === undefined ? {} : { mark }),
  };
}
