import { isCountryCode } from "../catalog/countries";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { HttpProblem } from "./http-problem";

/** A country of the list that this shop sells in, upper case; anything else costs no upstream call. */
export function countryParam(shop: Shop, value: string | null): string {
  const country = (value ?? "").toUpperCase();
  if (!isCountryCode(country) || !sellsIn(shop, country)) {
    throw new HttpProblem("not_found");
  }
  return country;
}
