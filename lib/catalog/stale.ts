import { LRUCache } from "lru-cache";

/** Long enough for the next try; a key that nobody reads any more is forgotten by itself. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

const holder = globalThis as typeof globalThis & { __storefrontStale?: LRUCache<string, true> };

function keys(): LRUCache<string, true> {
  holder.__storefrontStale ??= new LRUCache({ max: 1_000, ttl: FORGOTTEN_AFTER_MS });
  return holder.__storefrontStale;
}

export function noteStale(key: string): void {
  keys().set(key, true);
}

export function noteFresh(key: string): void {
  keys().delete(key);
}

/** Whether something is shown that is older than it should be, because upstream does not answer. */
export function servesStale(): boolean {
  keys().purgeStale();
  return keys().size > 0;
}
