import { type KeyValueStore, readJson, writeJson } from "../cart/browser-storage";
import { USE_PLACES, type UsePlace } from "../checkout/region-fit";
import { isRecord } from "../is-record";

const STORE_KEY = "use-places";
const KEPT = 30;

const nameOf = (country: string, slug: string): string => `${country}/${slug}`;

/** Keeps the answer for a brand on this device, until the checkout and the receipt need it. */
export function rememberPlaceOfUse(
  store: KeyValueStore,
  { country, slug }: { country: string; slug: string },
  place: UsePlace,
): void {
  const stored = readJson(store, STORE_KEY);
  const name = nameOf(country, slug);
  const others = Object.entries(isRecord(stored) ? stored : {}).filter(([key]) => key !== name);
  writeJson(store, STORE_KEY, Object.fromEntries([[name, place], ...others].slice(0, KEPT)));
}

export function placeOfUse(
  store: KeyValueStore,
  { country, slug }: { country: string; slug: string },
): UsePlace | undefined {
  const stored = readJson(store, STORE_KEY);
  const place = isRecord(stored) ? stored[nameOf(country, slug)] : undefined;
  return USE_PLACES.find((known) => known === place);
}
