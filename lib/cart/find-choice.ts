import type { BrandPage, Product } from "@/lib/contract/catalog";

/** What an address of the checkout page asks for. */
export type ChoiceQuery = { denomination?: string | undefined; value?: string | undefined };

/**
 * The product that the address means. A value belongs to the brand's range; a denomination is an
 * opaque key that must be met exactly, because upstream takes an unknown one for another product.
 */
export function findChoice(
  page: Pick<BrandPage, "products">,
  query: ChoiceQuery,
): Product | undefined {
  if (query.value !== undefined || query.denomination === "range") {
    return page.products.find((product) => product.type === "range");
  }
  return page.products.find((product) => product.denomination === query.denomination);
}
