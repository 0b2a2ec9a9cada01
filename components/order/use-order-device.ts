"use client";

import { useEffect, useRef } from "react";
import { onLinkToken } from "@/components/orders/on-link-token";
import type { OrderView } from "@/lib/contract/order-view";
import { deviceStorage } from "@/lib/device/device-storage";
import { isFramed } from "@/lib/device/frame-pass";
import { lineTitle } from "./line-title";
import { requestAccess } from "./order-api";

/** An order that was opened here, by checkout or by a link, is in this device's list from now on. */
export function useOrderDevice(
  { reference, scope, createdAt, serverNow, lines, phase }: OrderView,
  locale: string,
): void {
  const [line] = lines;
  const title = line ? lineTitle(line) : "";
  const country = line?.country ?? "";
  // An order without a time of its own keeps the one at which it was first opened.
  const when = createdAt ?? serverNow;
  const since = useRef(when);

  useEffect(() => {
    // What a frame on another site keeps, no list of the shop would ever show.
    if (isFramed()) return;
    const order = { reference, createdAt: since.current, title, country };
    const state = { phase, at: new Date().toISOString() };
    import("@/lib/device/order-list")
      .then(({ keepOrder }) => keepOrder(deviceStorage(), order, state))
      .catch(() => {
        // The script did not arrive or the disk is full: the page works, and checkout wrote it down.
      });
  }, [reference, title, country, phase]);

  useEffect(
    () =>
      onLinkToken((token) => {
        // A saved link may give more rights than this browser had; a refusal takes none away.
        void requestAccess({ token }, locale).then(({ ok }) => {
          if (ok && scope === "pay") window.location.reload();
        });
      }),
    [locale, scope],
  );
}
