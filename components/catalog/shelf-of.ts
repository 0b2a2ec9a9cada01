import type { BrandCard } from "@/lib/contract/catalog";

/** What a buyer would call the kind of a brand; upstream counts an eSIM among the mobile recharges. */
export const SHELVES = ["giftcard", "topup", "esim", "bill", "other"] as const;
export type Shelf = (typeof SHELVES)[number];

const SHELF_OF_KIND: Readonly<Record<string, Shelf>> = {
  giftcard: "giftcard",
  nft_giftcard: "giftcard",
  programmable_gift_card: "giftcard",
  mobile_recharge: "topup",
  utility: "bill",
};

export function shelfOf({ kind, categories }: Pick<BrandCard, "kind" | "categories">): Shelf {
  if (kind === "mobile_recharge" && categories.includes("e-sim")) return "esim";
  return SHELF_OF_KIND[kind] ?? "other";
}
