import { readFileSync } from "node:fs";

type FullShop = typeof import("../docs/full-shop.json");

/**
 * A shop.json in which every field is set, and to something other than its default: the examples that
 * docs/shop-json.md and editors show, and the shop whose pages a test looks through for every field.
 */
export const FULL_SHOP: FullShop = {
  ...(JSON.parse(readFileSync("docs/full-shop.json", "utf8")) as FullShop),
  // As it stands in a shop's own folder.
  $schema: "../shop.schema.json",
};
