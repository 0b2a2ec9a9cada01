"use client";

import { Button } from "@/components/ui/button";
import { browserStore } from "@/lib/cart/browser-storage";
import type { CartItem } from "@/lib/cart/cart-item";
import { readCart } from "@/lib/cart/cart-store";
import { takeFromCart } from "@/lib/cart/change-cart";
import type { Locale } from "@/lib/i18n/locales";
import { checkoutPath } from "@/lib/urls";

type Props = {
  items: readonly CartItem[];
  label: string;
  locale: Locale;
  navigate?: (location: string) => void;
};

const openPage = (location: string) => window.location.assign(location);

/** Takes out of the device's cart what has no line at the checkout to be removed by. */
export function ForgetMissing({ items, label, locale, navigate = openPage }: Props) {
  const forget = () => {
    const store = browserStore("localStorage");
    takeFromCart(store, items);
    navigate(checkoutPath(locale, readCart(store), { isCart: true }));
  };
  return (
    <Button variant="secondary" size="lg" onClick={forget}>
      {label}
    </Button>
  );
}
