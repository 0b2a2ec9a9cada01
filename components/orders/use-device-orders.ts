"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { orderUrl, readOrder } from "@/components/order/read-order";
import type { Phase } from "@/lib/contract/order-view";
import { type KeepDays, keepDays } from "@/lib/device/auto-forget";
import { deviceStorage } from "@/lib/device/device-storage";
import { type OrderList, readOrderList } from "@/lib/device/order-list";
import { type ListedOrder, lockVault, noteOrderState } from "@/lib/device/vault";
import { HANDLING } from "@/lib/orders/status";
import { findOutdated, forgetOutdated } from "./forget-outdated";

export type OrderState =
  | { kind: "known"; phase: Phase }
  | { kind: "gone" }
  | { kind: "failed" }
  /** The state that is remembered is a last one, so it is not asked for on every visit. */
  | { kind: "settled" };
type Listed = Extract<OrderList, { kind: "listed" }>;

const READ_AT_ONCE = 3;
/** A long history must not use up what a buyer may ask in a minute; its end hardly ever changes. */
const ALWAYS_READ = 20;
const READ_MAX = 60;
const NONE: readonly ListedOrder[] = [];
const EMPTY: Listed = { kind: "listed", vault: "plain", orders: [], damaged: 0 };
const LOCKED: OrderList = { kind: "locked" };

/** The remembered orders, and the state of each as it arrives. */
export function useDeviceOrders(locale: string) {
  const [list, setList] = useState<OrderList>();
  const [states, setStates] = useState<ReadonlyMap<string, OrderState>>(new Map());
  const [leaving, setLeaving] = useState(NONE);
  // The choice that stood when the page was opened. One that is made on the page waits for the next time.
  const chosen = useRef<KeepDays>(0);
  const reload = useCallback(async () => {
    const storage = deviceStorage();
    let read = await readOrderList(storage);
    const days = chosen.current;
    let outdated = NONE;
    if (read.kind === "listed" && days !== 0) {
      chosen.current = 0;
      // Another tab may have thought better of it.
      if (keepDays(storage) === days) outdated = await findOutdated(read.orders, days);
      // The page may have been left meanwhile, which locks the list.
      read = await readOrderList(storage);
    }
    if (outdated.length > 0) setLeaving(outdated);
    setList(read);
    if (outdated.length === 0) return;
    await forgetOutdated(outdated);
    setList(await readOrderList(storage));
    setLeaving(NONE);
  }, []);
  // Reading after a wipe would make an empty database again.
  const empty = useCallback(() => setList(EMPTY), []);
  const shown = list?.kind === "listed" ? withoutLeaving(list, leaving) : list;
  const orders = shown?.kind === "listed" ? shown.orders : NONE;
  // The states are read once for each set of orders, not each time that the list is read anew.
  const references = orders
    .filter(isRead)
    .slice(0, READ_MAX)
    .map(({ reference }) => reference)
    .join(" ");
  const kept = list?.kind === "listed" && list.vault !== "blocked";

  useEffect(() => {
    const again = () => void reload();
    const onPageShow = (event: PageTransitionEvent) => event.persisted && again();
    // A browser may keep the page for the way back, and with it the key that a passphrase opened.
    const onPageHide = () => {
      lockVault();
      setList((known) => (isOpened(known) ? LOCKED : known));
    };
    chosen.current = keepDays(deviceStorage());
    again();
    window.addEventListener("storage", again);
    window.addEventListener("pageshow", onPageShow);
    window.addEventListener("pagehide", onPageHide);
    return () => {
      window.removeEventListener("storage", again);
      window.removeEventListener("pageshow", onPageShow);
      window.removeEventListener("pagehide", onPageHide);
    };
  }, [reload]);

  useEffect(() => {
    const stop = new AbortController();
    const waiting = references === "" ? [] : references.split(" ");
    const readOn = async () => {
      for (;;) {
        const reference = waiting.shift();
        if (reference === undefined || stop.signal.aborted) return;
        const state = await readState(reference, locale, stop.signal);
        if (stop.signal.aborted) return;
        setStates((known) => new Map(known).set(reference, state));
        if (state.kind !== "known" || !kept) continue;
        const at = new Date().toISOString();
        await noteOrderState(reference, { phase: state.phase, at }).catch(ignoreFullDisk);
      }
    };
    for (let reader = 0; reader < READ_AT_ONCE; reader += 1) void readOn();
    return () => stop.abort();
  }, [references, kept, locale]);

  const stateOf = (order: ListedOrder): OrderState | undefined =>
    states.get(order.reference) ??
    (references.includes(order.reference) ? undefined : { kind: "settled" });

  return { list: shown, stateOf, reload, empty };
}

const isOpened = (list: OrderList | undefined): boolean =>
  list?.kind === "listed" && list.vault === "wrapped";

const isRead = ({ state }: ListedOrder, index: number): boolean =>
  index < ALWAYS_READ || state === undefined || !HANDLING[state.phase].final;

/** What goes for good on this occasion is out of sight, until it turns out that it could not go. */
const withoutLeaving = (list: Listed, leaving: readonly ListedOrder[]): Listed => ({
  ...list,
  orders: list.orders.filter(
    (order) => !leaving.some(({ reference }) => reference === order.reference),
  ),
});

// The last known state is a convenience for times without a connection.
const ignoreFullDisk = (): void => {};

async function readState(
  reference: string,
  locale: string,
  signal: AbortSignal,
): Promise<OrderState> {
  const reading = await readOrder(orderUrl(reference, locale), signal);
  if (reading.kind === "view") return { kind: "known", phase: reading.view.phase };
  return { kind: reading.kind === "missing" ? "gone" : "failed" };
}
