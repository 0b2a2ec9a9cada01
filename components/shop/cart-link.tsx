"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { countItems, parseCartItem } from "@/lib/cart/cart-item";
import { cartText, onCartChange } from "@/lib/cart/cart-store";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { checkoutPath } from "@/lib/urls";
import type { CommonWords } from "./words";

type Props = { locale: Locale; words: CommonWords["header"] };

const noCart = () => "";

/** Leads to the checkout of what this device has collected. A plain link: money pages load anew. */
export function CartLink({ locale, words }: Props) {
  const text = useSyncExternalStore(onCartChange, cartText, noCart);
  const items = text.split("\n").map(parseCartItem);
  const known = items.filter((item) => item !== undefined);
  const count = countItems(known);
  return (
    <a
      href={checkoutPath(locale, known, { isCart: true })}
      aria-label={count > 0 ? fill(words.cartCount, { count }, locale) : words.cart}
      className="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-field px-2.5 font-medium hover:bg-sunken"
    >
      <Icon name="cart" />
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute end-0 top-0.5 grid min-w-5 place-items-center rounded-full bg-brand px-1 font-semibold text-on-brand text-xs tabular-nums"
        >
          {count}
        </span>
      ) : null}
    </a>
  );
}
