"use client";

import { useEffect } from "react";
import type { OrderView } from "@/lib/contract/order-view";
import { deviceStorage } from "@/lib/device/device-storage";
import { isFramed } from "@/lib/device/frame-pass";
import { dropPaymentCopy, keepPaymentCopy, sweepPaymentCopies } from "@/lib/device/payment-copy";
import { prepareOffline } from "@/lib/offline/prepare-offline";
import { networkLabel } from "./network-label";
import { useOrderContext } from "./order-context";

/**
 * While the payment stands on the page, this device keeps a copy of it, so that a reload without a
 * connection still shows it. The copy goes when the payment leaves the page, and at its deadline.
 */
export function usePaymentCopy(view: OrderView, address: string, amount: string): void {
  const { locale, still } = useOrderContext();
  const { reference, secondsLeft } = view;
  const { coin } = view.payment;
  const network = networkLabel(view.payment);

  useEffect(() => {
    const storage = deviceStorage();
    sweepPaymentCopies(storage, Date.now());
    // Without a deadline nothing could say when the copy has to go.
    if (still || isFramed() || secondsLeft === undefined) return;
    const savedAtMs = Date.now();
    const untilMs = savedAtMs + secondsLeft * 1000;
    keepPaymentCopy(storage, { reference, coin, network, amount, address, savedAtMs, untilMs });
    const drop = () => dropPaymentCopy(storage, reference);
    const timer = setTimeout(drop, secondsLeft * 1000);
    return () => {
      clearTimeout(timer);
      drop();
    };
  }, [still, reference, secondsLeft, coin, network, amount, address]);

  useEffect(() => {
    if (!still && !isFramed()) void prepareOffline(locale);
  }, [still, locale]);
}
