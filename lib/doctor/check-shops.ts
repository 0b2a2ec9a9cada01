import type { Shop } from "../shop/schema";
import { type Finding, ok, warning, wrong } from "./finding";

/** The name of the shop that comes with the program. */
const EXAMPLE_NAME = "Kiosk";

type Read = () => { shops: readonly Shop[]; fallback: Shop | undefined };

/** Whether every shop.json can be read, and is more than the example. */
export function checkShops(read: Read): { findings: Finding[]; shops: readonly Shop[] } {
  try {
    const { shops, fallback } = read();
    const examples = shops
      .filter(({ name }) => name === EXAMPLE_NAME)
      .map(({ id, name }) => warning("shop", "shop_default_name", { shop: id, name }));
    const all = ok("shop", "shop_ok", { count: shops.length, shop: fallback?.id ?? "" });
    return { findings: [all, ...examples], shops };
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    const faults = text.split("\n").filter(Boolean);
    return { findings: faults.map((fault) => wrong("shop", "shop_fault", { fault })), shops: [] };
  }
}
