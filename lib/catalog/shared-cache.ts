import "server-only";
import { LRUCache } from "lru-cache";
import { describeError, log } from "../log";
import { readShared, share } from "../store/shared-entries";
import { measure } from "../telemetry/metrics";
import { noteFresh, noteStale } from "./stale";

type Options<Value> = {
  name: string;
  maxEntries: number;
  ttlSeconds: number;
  /** An empty answer is often a passing one, so it is asked for again soon. */
  isEmpty?(value: Value): boolean;
};

const EMPTY_TTL_SECONDS = 60;
/** So often in a row has upstream to say that there is nothing before what was there before is given up. */
const EMPTIES_BELIEVED = 5;
/** After a failed refresh the old answer is served this long before upstream is asked again. */
const FAILED_TTL_SECONDS = 15;

type Entry<Value> = { value: Value; freshUntil: number; empties?: number };

/**
 * A bounded cache of parsed answers: all who ask for the same thing share one call, an old answer is
 * served while a new one is fetched, and it goes on being served when that fails.
 */
export function sharedCache<Value>(options: Options<Value>, now: () => number = () => Date.now()) {
  const entries = new LRUCache<string, Entry<Value>>({ max: options.maxEntries });
  const flights = new Map<string, Promise<Value>>();

  const staleKey = (key: string) => `${options.name}|${key}`;

  const entryOf = (value: Value, before: Entry<Value> | undefined): Entry<Value> => {
    if (!options.isEmpty?.(value)) return { value, freshUntil: now() + options.ttlSeconds * 1000 };
    const freshUntil = now() + EMPTY_TTL_SECONDS * 1000;
    const empties = (before?.empties ?? 0) + 1;
    const isDoubted = before && !options.isEmpty(before.value) && empties < EMPTIES_BELIEVED;
    return isDoubted ? { value: before.value, freshUntil, empties } : { value, freshUntil };
  };

  /** Another instance may have asked already; what it knows also helps when upstream does not answer. */
  const fetchEntry = async (key: string, load: () => Promise<Value>): Promise<Entry<Value>> => {
    const shared = await readShared<Value>(staleKey(key));
    if (shared && shared.freshUntil > now()) {
      noteFresh(staleKey(key));
      return shared;
    }
    try {
      const entry = entryOf(await load(), entries.get(key) ?? shared);
      noteFresh(staleKey(key));
      await share(staleKey(key), entry);
      return entry;
    } catch (error) {
      if (!shared || entries.has(key)) throw error;
      noteStale(staleKey(key));
      return { value: shared.value, freshUntil: now() + FAILED_TTL_SECONDS * 1000 };
    }
  };

  const refresh = (key: string, load: () => Promise<Value>): Promise<Value> => {
    const running = flights.get(key);
    if (running !== undefined) return running;
    const flight = fetchEntry(key, load)
      .then((entry) => {
        entries.set(key, entry);
        return entry.value;
      })
      .finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  return async function read(key: string, load: () => Promise<Value>): Promise<Value> {
    const known = entries.get(key);
    const result = !known ? "miss" : known.freshUntil <= now() ? "stale" : "hit";
    measure("shop_cache_reads_total", { cache: options.name, result });
    if (!known) return refresh(key, load);
    if (known.freshUntil <= now()) {
      refresh(key, load).catch((error: unknown) => {
        known.freshUntil = now() + FAILED_TTL_SECONDS * 1000;
        noteStale(staleKey(key));
        log.warn({ event: "stale_served", kind: options.name, error: describeError(error) });
      });
    }
    return known.value;
  };
}
