import { describeError } from "../log";
import type { Store } from "../store/store";
import { within } from "../within";
import { type Finding, ok, wrong } from "./finding";

const KEY = "doctor:trial";
const WAIT_MS = 5_000;

/** Where state is kept. */
type StoreKind = "redis" | "memory";

const SAYINGS = {
  redis: ok("store", "store_ok"),
  memory: ok("store", "store_memory"),
} as const;

/** Writes a value, reads it back and takes it away again. */
export async function checkStore(store: Store, kind: StoreKind): Promise<Finding> {
  const fault = await within(faultOf(store), WAIT_MS, "timeout");
  return fault === undefined ? SAYINGS[kind] : wrong("store", "store_broken", { kind: fault });
}

async function faultOf(store: Store): Promise<string | undefined> {
  const value = JSON.stringify(Math.random());
  try {
    await store.set(KEY, value, 60);
    const found = await store.get(KEY);
    await store.delete(KEY);
    return found === value ? undefined : "differs";
  } catch (error) {
    return describeError(error);
  }
}
