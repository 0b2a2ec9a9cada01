"use client";

import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { OrderView } from "@/lib/contract/order-view";
import { browserRuntime, type OrderRuntime } from "./order-runtime";
import { type OrderWatch, type WatchedOrder, type WatchSetup, watchOrder } from "./watch-order";

type SharedWatch = {
  state: WatchedOrder | undefined;
  watch: OrderWatch | undefined;
  readonly listeners: Set<() => void>;
};

/** One watch for each order of this document, however many components look at it. */
const watches = new Map<string, SharedWatch>();

/** Begins to watch with the first who looks, and ends with the last. */
function look(reference: string, setup: WatchSetup | undefined, onChange: () => void): () => void {
  if (!setup) throw new Error("An order is watched before it was set up");
  const shared = watches.get(reference) ?? begin(reference, setup);
  shared.listeners.add(onChange);
  return () => {
    shared.listeners.delete(onChange);
    if (shared.listeners.size > 0) return;
    watches.delete(reference);
    shared.watch?.dispose();
  };
}

function begin(reference: string, setup: WatchSetup): SharedWatch {
  const shared: SharedWatch = { state: undefined, watch: undefined, listeners: new Set() };
  watches.set(reference, shared);
  shared.watch = watchOrder(reference, setup, (state) => {
    shared.state = state;
    for (const listener of shared.listeners) listener();
  });
  return shared;
}

const nothingYet = () => undefined;

type LiveOrder = WatchedOrder & { refresh: () => void };

/** The live state of an order, beginning with the one that the server rendered. */
export function useOrderStream(
  initial: OrderView,
  locale: string,
  runtime?: OrderRuntime,
): LiveOrder {
  const { reference } = initial;
  const setup = useRef<WatchSetup>(undefined);
  // Layout effects run before the subscription, which reads what this one leaves.
  useLayoutEffect(() => {
    setup.current = { initial, locale, runtime: runtime ?? browserRuntime() };
  }, [initial, locale, runtime]);
  const subscribe = useCallback(
    (onChange: () => void) => look(reference, setup.current, onChange),
    [reference],
  );
  const state = useSyncExternalStore(
    subscribe,
    () => watches.get(reference)?.state,
    nothingYet,
  ) ?? { view: initial, connection: "polling" as const, lastUpdate: undefined, missing: false };
  const refresh = useCallback(() => watches.get(reference)?.watch?.refresh(), [reference]);
  return { ...state, refresh };
}
