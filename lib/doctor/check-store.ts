import { describeError } from "../log";
import type { Store } from "../store/store";
import { type Finding, ok, warning, wrong } from "./finding";

const KEY = "doctor:trial";

/** Where state is kept; `unused` when REDIS_URL is set and this version does not read it. */
export type StoreKind = "redis" | "memory" | "unused";

const SAYINGS = {
  redis: ok("store", "store_ok"),
  memory: ok("store", "store_memory"),
  unused: warning("store", "store_unused"),
} as const;

/** Writes a value, reads it back and takes it away again. */
export async function checkStore(store: Store, kind: StoreKind): Promise<Finding> {
  const value = JSON.stringify(Math.random());
  try {
    await store.set(KEY, value, 60);
    const found = await store.get(KEY);
    await store.delete(KEY);
    if (found !== value) return wrong("store", "store_broken", { kind: "differs" });
  } catch (error) {
    return wrong("store", "store_broken", { kind: describeError(error) });
  }
  return SAYINGS[kind];
}
