import type { BrandPage, Product } from "../contract/catalog";

/**
 * The product that an item means. A value belongs to the brand's range; a denomination is an opaque
 * key that must be met exactly, because upstream takes an unknown one for another product.
 */
export function findChoice(
  page: Pick<BrandPage, "products">,
  item: { denomination: string } | { value: string },
): Product | undefined {
  if ("value" in item || item.denomination === "range") {
    return page.products.find((product) => product.type === "range");
  }
  return page.products.find((product) => product.denomination === item.denomination);
}
