import { type KeyValueStore, readJson, writeJson } from "../cart/browser-storage";
import { USE_PLACES, type UsePlace } from "../checkout/region-fit";
import { isRecord } from "../is-record";

const STORE_KEY = "use-places";
const KEPT = 30;

export type UsedProduct = { country: string; slug: string; denomination: string };

const nameOf = ({ country, slug, denomination }: UsedProduct): string =>
  [country, slug, denomination].join("/");

/** Keeps the answer for a product on this device, until the checkout and the receipt need it. */
export function rememberPlaceOfUse(
  store: KeyValueStore,
  product: UsedProduct,
  place: UsePlace,
): void {
  const stored = readJson(store, STORE_KEY);
  const name = nameOf(product);
  const others = Object.entries(isRecord(stored) ? stored : {}).filter(([key]) => key !== name);
  writeJson(store, STORE_KEY, Object.fromEntries([[name, place], ...others].slice(0, KEPT)));
}

export function placeOfUse(store: KeyValueStore, product: UsedProduct): UsePlace | undefined {
  const stored = readJson(store, STORE_KEY);
  const place = isRecord(stored) ? stored[nameOf(product)] : undefined;
  return USE_PLACES.find((known) => known === place);
}
