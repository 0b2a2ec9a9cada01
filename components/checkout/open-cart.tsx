"use client";

import { useEffect } from "react";
import { browserStore } from "@/lib/cart/browser-storage";
import { readCart } from "@/lib/cart/cart-store";
import type { Locale } from "@/lib/i18n/locales";
import { checkoutPath } from "@/lib/urls";

/** The address names nothing to pay for, but the device has a cart: that is what is meant. */
export function OpenCart({ locale }: { locale: Locale }) {
  useEffect(() => {
    const items = readCart(browserStore("localStorage"));
    if (items.length > 0) window.location.replace(checkoutPath(locale, items, { isCart: true }));
  }, [locale]);
  return null;
}
