import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { browserStore } from "@/lib/cart/browser-storage";
import { CART_MAX, type CartItem, countItems } from "@/lib/cart/cart-item";
import { addToCart, readCart } from "@/lib/cart/cart-store";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { checkoutPath } from "@/lib/urls";
import type { ProductWords } from "./product-words";

type Props = {
  /** What is chosen now; `undefined` when the form has something to say about it first. */
  choose: () => CartItem | undefined;
  /** Each goes to a number or account of its own, so two of them are two entries. */
  ownRecipient: boolean;
  locale: Locale;
  words: ProductWords["form"];
};

/** Collects a product for one order with others; "buy now" beside it goes straight to the checkout. */
export function AddToCart({ choose, ownRecipient, locale, words }: Props) {
  const [news, setNews] = useState<{ added: boolean; items: CartItem[] }>();
  const add = () => {
    const item = choose();
    if (!item) return;
    const store = browserStore("localStorage");
    const added = addToCart(store, item, ownRecipient);
    setNews({ added, items: readCart(store) });
  };
  return (
    <>
      <Button variant="secondary" size="lg" className="flex-auto px-4!" onClick={add}>
        <Icon name="cart" />
        {words.addToCart}
      </Button>
      <div aria-live="polite" className="basis-full text-sm empty:-mt-2" data-testid="cart-news">
        {news ? (
          <p className="flex flex-wrap items-center justify-between gap-x-3">
            <span>
              {news.added
                ? fill(words.inCart, { count: countItems(news.items) }, locale)
                : fill(words.cartFull, { max: CART_MAX }, locale)}
            </span>
            <a
              href={checkoutPath(locale, news.items, { isCart: true })}
              className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4"
            >
              {words.toCart}
            </a>
          </p>
        ) : null}
      </div>
    </>
  );
}
