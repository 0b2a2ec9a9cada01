import { lookUp } from "../look-up";

/** What a buyer would call the kind of a brand; upstream counts an eSIM among the mobile recharges. */
export const KINDS = ["giftcard", "topup", "esim", "bill", "other"] as const;
export type Kind = (typeof KINDS)[number];

const KIND_OF: Readonly<Record<string, Kind>> = {
  giftcard: "giftcard",
  nft_giftcard: "giftcard",
  programmable_gift_card: "giftcard",
  mobile_recharge: "topup",
  utility: "bill",
};

type Sorted = { kind: string; categories: readonly string[] };

export function kindOf({ kind, categories }: Sorted): Kind {
  if (kind === "mobile_recharge" && categories.includes("e-sim")) return "esim";
  return lookUp(KIND_OF, kind) ?? "other";
}
