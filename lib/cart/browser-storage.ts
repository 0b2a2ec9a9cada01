/** The part of the Web Storage interface that the cart needs, so that tests can pass a plain map. */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A store that lives as long as the page, for browsers that refuse the real one. */
export function memoryStore(): KeyValueStore {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

type StoreKind = "localStorage" | "sessionStorage";

/** One for each kind and page, so that what was kept, the key of an order's attempt above all, is found again. */
const onThisPage = new Map<StoreKind, KeyValueStore>();

/** Nothing of what the page kept in place of the browser's store is left. */
export const dropPageStores = (): void => onThisPage.clear();

/**
 * The browser's store when it really keeps things; private windows and full disks throw. Once it did not,
 * the page stays with its own: a store that comes back to life knows nothing of what was kept meanwhile.
 */
export function browserStore(kind: StoreKind): KeyValueStore {
  // One process serves many buyers, and must keep nothing of one for another.
  if (typeof window === "undefined") return memoryStore();
  const own = onThisPage.get(kind);
  if (own) return own;
  try {
    const store = window[kind];
    const probe = "storage-probe";
    store.setItem(probe, "1");
    store.removeItem(probe);
    return store;
  } catch {
    // A shop must work without storage: only reloads and second tabs lose something then.
    const fresh = memoryStore();
    onThisPage.set(kind, fresh);
    return fresh;
  }
}

/** What a key holds as JSON, or `undefined` when it is missing or not JSON. */
export function readJson(store: KeyValueStore, key: string): unknown {
  try {
    return JSON.parse(store.getItem(key) ?? "null") ?? undefined;
  } catch {
    // Another version of the shop, or a curious person, wrote it: it counts as absent.
    return undefined;
  }
}

export function writeJson(store: KeyValueStore, key: string, value: unknown): void {
  try {
    store.setItem(key, JSON.stringify(value));
  } catch {
    // The quota may be used up between the probe and now; keeping nothing is all that is left.
  }
}
