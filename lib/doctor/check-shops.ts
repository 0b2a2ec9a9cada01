import type { LoadedShop } from "../shop/read-shops";
import type { Shop } from "../shop/schema";
import { type Finding, ok, warning, wrong } from "./finding";

/** The name of the shop that comes with the program. */
const EXAMPLE_NAME = "Kiosk";

type Read = {
  shops: readonly LoadedShop[];
  faults: readonly string[];
  warnings: readonly string[];
};

/** Whether every shop can be read, and is more than the example. */
export function checkShops(
  { shops, faults, warnings }: Read,
  judged: readonly Pick<Shop, "id" | "name">[],
): Finding[] {
  const ids = shops.map(({ shop }) => shop.id).join(", ");
  return [
    ...(faults.length === 0
      ? [ok("shop", "shop_ok", { count: shops.length, ids })]
      : faults.map((fault) => wrong("shop", "shop_fault", { fault }))),
    ...warnings.map((fault) => warning("shop", "shop_fault", { fault })),
    ...judged
      .filter(({ name }) => name === EXAMPLE_NAME)
      .map(({ id, name }) => warning("shop", "shop_default_name", { shop: id, name })),
  ];
}
