"use client";

import { useCallback, useEffect, useState } from "react";
import { readOrder } from "@/components/order/poll-leg";
import type { Phase } from "@/lib/contract/order-view";
import { type DeviceOrder, deviceStorage, listOrders } from "@/lib/device/device-orders";

export type OrderState = { kind: "known"; phase: Phase } | { kind: "gone" } | { kind: "failed" };

const READ_AT_ONCE = 3;

/** The remembered orders, and the state of each as it arrives. */
export function useDeviceOrders(locale: string) {
  const [orders, setOrders] = useState<DeviceOrder[]>();
  const [states, setStates] = useState<ReadonlyMap<string, OrderState>>(new Map());
  const reload = useCallback(() => setOrders(listOrders(deviceStorage())), []);

  useEffect(() => {
    reload();
    const onPageShow = (event: PageTransitionEvent) => event.persisted && reload();
    window.addEventListener("storage", reload);
    window.addEventListener("pageshow", onPageShow);
    return () => {
      window.removeEventListener("storage", reload);
      window.removeEventListener("pageshow", onPageShow);
    };
  }, [reload]);

  useEffect(() => {
    if (!orders) return;
    const stop = new AbortController();
    const waiting = orders.map(({ reference }) => reference);
    const readOn = async () => {
      for (;;) {
        const reference = waiting.shift();
        if (reference === undefined || stop.signal.aborted) return;
        const state = await readState(reference, locale, stop.signal);
        if (stop.signal.aborted) return;
        setStates((known) => new Map(known).set(reference, state));
      }
    };
    for (let reader = 0; reader < READ_AT_ONCE; reader += 1) void readOn();
    return () => stop.abort();
  }, [orders, locale]);

  return { orders, states, reload };
}

async function readState(
  reference: string,
  locale: string,
  signal: AbortSignal,
): Promise<OrderState> {
  const url = `/api/orders/${encodeURIComponent(reference)}?lang=${encodeURIComponent(locale)}`;
  const runtime = { fetch: (input: string, init: RequestInit) => fetch(input, init) };
  const reading = await readOrder(url, runtime, signal);
  if (reading.kind === "view") return { kind: "known", phase: reading.view.phase };
  return { kind: reading.kind === "missing" ? "gone" : "failed" };
}
