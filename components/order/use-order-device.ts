"use client";

import { useEffect } from "react";
import { takeLinkToken } from "@/components/orders/take-link-token";
import type { OrderView } from "@/lib/contract/order-view";
import { deviceStorage, listOrders, rememberOrder } from "@/lib/device/device-orders";
import { isFramed } from "@/lib/device/frame-pass";
import { lineTitle } from "./line-title";
import { requestAccess } from "./order-api";

/** An order that was opened here, by checkout or by a link, is in this device's list from now on. */
export function useOrderDevice(
  { reference, createdAt, serverNow, lines }: OrderView,
  locale: string,
): void {
  const [line] = lines;
  const title = line ? lineTitle(line) : "";
  const country = line?.country ?? "";
  const when = createdAt ?? serverNow;

  useEffect(() => {
    // What a frame on another site keeps, no list of the shop would ever show.
    if (isFramed()) return;
    const storage = deviceStorage();
    if (listOrders(storage).some((order) => order.reference === reference)) return;
    rememberOrder(storage, { reference, createdAt: when, title, country });
  }, [reference, when, title, country]);

  useEffect(() => {
    const token = takeLinkToken();
    // A saved link may give more rights than this browser had; a refusal takes none away.
    if (token) void requestAccess({ token }, locale);
  }, [locale]);
}
