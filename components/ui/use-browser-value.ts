import { useSyncExternalStore } from "react";

/** What only the browser can tell, and what stands in its place until the browser has taken over. */
export function useBrowserValue<Value>(read: () => Value, before: Value): Value {
  return useSyncExternalStore(never, read, () => before);
}

const never = () => () => {};
