import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type CartItem, formatCartItem, parseCartItem } from "@/lib/cart/cart-item";
import { cartText, onCartChange } from "@/lib/cart/cart-store";
import { without } from "@/lib/cart/change-cart";
import type { Locale } from "@/lib/i18n/locales";
import { checkoutPath } from "@/lib/urls";
import type { CheckoutLine, CheckoutMessages } from "./checkout-types";
import { toCartItem } from "./to-cart-item";

type Props = {
  lines: readonly { line: CheckoutLine }[];
  /** What was in the cart and has no line here, as the page says itself. */
  missing: readonly CartItem[];
  locale: Locale;
  messages: CheckoutMessages;
};

/**
 * Another tab has changed the cart. What is about to be paid for here never changes by itself; the
 * buyer decides.
 */
export function CartNews({ lines, missing, locale, messages }: Props) {
  const here = textOf(lines.map(({ line }) => toCartItem(line)));
  const now = useSyncExternalStore(onCartChange, cartText, () => here);
  const items = now.split("\n").map(parseCartItem);
  const known = items.filter((item) => item !== undefined);
  if (now === here || textOf(without(known, missing)) === here) return null;
  const show = () => window.location.assign(checkoutPath(locale, known, { isCart: true }));
  return (
    <div role="status">
      <Notice tone="info" title={messages.cartChangedTitle}>
        <p>{messages.cartChangedText}</p>
        <Button className="mt-3" variant="secondary" onClick={show}>
          {messages.cartChangedShow}
        </Button>
      </Notice>
    </div>
  );
}

const textOf = (items: readonly CartItem[]): string => items.map(formatCartItem).join("\n");
