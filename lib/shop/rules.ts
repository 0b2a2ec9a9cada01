import { slugify } from "../catalog/slugs";
import { kindOf } from "./kinds";
import type { Shop } from "./schema";

const E_MONEY = "e-money";

type Rules = Pick<Shop, "catalogue" | "payment">;
type Brand = {
  brandId: string;
  name: string;
  family: string;
  kind: string;
  categories: readonly string[];
};

/** Whether a shop sells in a country of upstream's list, by its code in capitals. */
export function sellsIn({ catalogue }: Pick<Rules, "catalogue">, country: string): boolean {
  const { countries, hiddenCountries } = catalogue;
  return (countries?.includes(country) ?? true) && !hiddenCountries.includes(country);
}

export function sellsBrand({ catalogue }: Pick<Rules, "catalogue">, brand: Brand): boolean {
  const { kinds, categories, hiddenCategories, brands, hiddenBrands, eMoney } = catalogue;
  const inOneOf = (keys: readonly string[]) => keys.some((key) => brand.categories.includes(key));
  if (!eMoney && inOneOf([E_MONEY])) return false;
  if (kinds && !kinds.includes(kindOf(brand))) return false;
  if ((categories && !inOneOf(categories)) || inOneOf(hiddenCategories)) return false;
  const isNamedIn = (names: readonly string[]) => names.some((name) => isBrand(brand, name));
  return (!brands || isNamedIn(brands)) && !isNamedIn(hiddenBrands);
}

/** Whether a name in shop.json means this brand: by its id, its name or its family. */
export function isBrand(brand: Omit<Brand, "kind" | "categories">, name: string): boolean {
  return [brand.brandId, slugify(brand.name), slugify(brand.family)].includes(name);
}

export function takesCoin({ payment }: Pick<Rules, "payment">, coin: string): boolean {
  return isIn(payment.coins, payment.hiddenCoins, coin);
}

export function takesNetwork({ payment }: Pick<Rules, "payment">, network: string): boolean {
  return isIn(payment.networks, payment.hiddenNetworks, network);
}

/** Capitals make no difference: `bitcoin` in a list must not let `Bitcoin` through. */
function isIn(only: readonly string[] | undefined, never: readonly string[], name: string) {
  const has = (names: readonly string[]) =>
    names.some((other) => other.toLowerCase() === name.toLowerCase());
  return (!only || has(only)) && !has(never);
}
