import { LRUCache } from "lru-cache";
import type { Store } from "./store";

/** Enough for one instance. The oldest entries give way when it is full. */
export function memoryStore(maxEntries = 50_000): Store {
  const entries = new LRUCache<string, string>({ max: maxEntries });
  return {
    get: async (key) => entries.get(key),
    set: async (key, value, ttlSeconds) => {
      entries.set(key, value, { ttl: ttlSeconds * 1000 });
    },
    delete: async (key) => {
      entries.delete(key);
    },
  };
}
