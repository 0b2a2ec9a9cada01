import type { Product, Redemption } from "../contract/catalog";

/** Where the account is kept of whoever will use what is bought: in the page's country, or elsewhere. */
export const USE_PLACES = ["here", "elsewhere"] as const;
export type UsePlace = (typeof USE_PLACES)[number];

/** `limited` names the places where it works; with `elsewhere` in mind, all but `works` is a risk. */
export type FitVerdict =
  | { kind: "works" }
  | { kind: "only_here" }
  | { kind: "limited"; countries: string[] };

type Sold = {
  country: string;
  redemption: Pick<Redemption, "region">;
  product: Pick<Product, "regions" | "deliversTo">;
};

const EVERYWHERE = /\b(global|worldwide|world[ -]wide|any country|all countries)\b/i;

/**
 * Whether a product works for somebody, as far as upstream says: by the places that it names itself, by
 * the words for its brand's region, and otherwise by the country it is sold for. A code of another
 * country's shop is refused there, and cannot be given back.
 * @returns nothing where the question does not arise, because a number or an account decides.
 */
export function regionFit(
  { country, redemption, product }: Sold,
  place: UsePlace,
): FitVerdict | undefined {
  if (product.deliversTo !== "email") return undefined;
  const { regions = [] } = product;
  if (regions.length === 0 && EVERYWHERE.test(redemption.region ?? "")) return { kind: "works" };
  const named = regions.length > 0 ? regions : codesOf(redemption.region);
  const worksHere = named.length === 0 || named.includes(country);
  if (place === "here" && worksHere) return { kind: "works" };
  const others = named.filter((code) => code !== country);
  return others.length > 0 ? { kind: "limited", countries: named } : { kind: "only_here" };
}

/** Codes such as `US, CA`; the words of a sentence are none. */
function codesOf(region: string | undefined): string[] {
  const list = region?.match(/^\s*[A-Z]{2}(?:\s*[,/;]\s*[A-Z]{2})*\s*(?:only)?\s*$/);
  return list?.[0].match(/\b[A-Z]{2}\b/g) ?? [];
}

/** Whether the buyer has to have read it before paying. */
export function isRisky(verdict: FitVerdict | undefined, place: UsePlace): boolean {
  if (!verdict || verdict.kind === "works") return false;
  return place === "elsewhere" || verdict.kind === "limited";
}
