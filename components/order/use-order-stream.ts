"use client";

import { useCallback, useLayoutEffect } from "react";
import useSWRSubscription from "swr/subscription";
import type { OrderView } from "@/lib/contract/order-view";
import { browserRuntime, type OrderRuntime } from "./order-runtime";
import { type OrderWatch, type WatchedOrder, type WatchSetup, watchOrder } from "./watch-order";

type OrderKey = readonly ["order", string];

/**
 * SWR calls `subscribe` once for a key and shares the result, so nothing of a render may be closed
 * over. What a watch starts from waits here under the order's reference.
 */
const setups = new Map<string, WatchSetup>();
const watches = new Map<string, OrderWatch>();

function subscribe(
  [, reference]: OrderKey,
  { next }: { next: (error: null, state: WatchedOrder) => void },
): () => void {
  const setup = setups.get(reference);
  if (!setup) throw new Error("An order is watched before it was set up");
  let active = true;
  const watch = watchOrder(reference, setup, (state) => {
    if (active) next(null, state);
  });
  watches.set(reference, watch);
  return () => {
    active = false;
    watch.dispose();
    if (watches.get(reference) === watch) watches.delete(reference);
  };
}

type LiveOrder = WatchedOrder & { refresh: () => void };

/** The live state of an order, beginning with the one that the server rendered. */
export function useOrderStream(
  initial: OrderView,
  locale: string,
  runtime?: OrderRuntime,
): LiveOrder {
  const { reference } = initial;
  // Stands above the subscription, whose own layout effect reads what this one leaves.
  useLayoutEffect(() => {
    setups.set(reference, { initial, locale, runtime: runtime ?? browserRuntime() });
  }, [reference, initial, locale, runtime]);
  const { data } = useSWRSubscription<WatchedOrder, never, OrderKey>(
    ["order", reference],
    subscribe,
  );
  const refresh = useCallback(() => watches.get(reference)?.refresh(), [reference]);
  // SWR may still hold what an earlier key brought; a state of another order is never shown.
  const state =
    data?.view.reference === reference
      ? data
      : { view: initial, connection: "polling" as const, lastUpdate: undefined, missing: false };
  return { ...state, refresh };
}
