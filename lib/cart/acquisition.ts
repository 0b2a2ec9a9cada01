import type { ValidationBody } from "../contract/order-body";
import { membersOf } from "../is-record";
import { type KeyValueStore, readJson, writeJson } from "./browser-storage";

const STORE_KEY = "acquisition";
const LONGEST = 100;

/** What an advertisement may say about itself in an address, by the name upstream's order has for it. */
const PARAMETERS = {
  utmSource: "utm_source",
  utmMedium: "utm_medium",
  utmCampaign: "utm_campaign",
} as const;
type Name = keyof typeof PARAMETERS;

type Acquisition = NonNullable<ValidationBody["acquisition"]>;

/** Keeps where a visit came from for as long as the visit lasts. The last such address counts. */
export function keepAcquisition(store: KeyValueStore, search: string): void {
  const params = new URLSearchParams(search);
  const found = collect((name) => params.get(PARAMETERS[name]));
  if (found) writeJson(store, STORE_KEY, found);
}

/** Where the visit came from; nothing when no address said so. */
export function readAcquisition(store: KeyValueStore): Acquisition | undefined {
  const stored = membersOf(readJson(store, STORE_KEY));
  return collect((name) => stored[name]);
}

function collect(read: (name: Name) => unknown): Acquisition | undefined {
  const found: Acquisition = {};
  for (const name of Object.keys(PARAMETERS) as Name[]) {
    const text = clean(read(name));
    if (text !== undefined) found[name] = text;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A word of an advertisement, not whatever fits into an address: no control characters, and short. */
function clean(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const plain = text.replace(/\p{C}/gu, "").trim();
  return plain === "" || plain.length > LONGEST ? undefined : plain;
}
