import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatCartItem, parseCartItem } from "@/lib/cart/cart-item";
import { cartText, onCartChange } from "@/lib/cart/cart-store";
import type { Locale } from "@/lib/i18n/locales";
import { checkoutPath } from "@/lib/urls";
import type { CheckoutLine, CheckoutMessages } from "./checkout-types";
import { toCartItem } from "./to-cart-item";

type Props = {
  lines: readonly { line: CheckoutLine }[];
  locale: Locale;
  messages: CheckoutMessages;
};

/**
 * Another tab has changed the cart. What is about to be paid for here never changes by itself; the
 * buyer decides.
 */
export function CartNews({ lines, locale, messages }: Props) {
  const here = lines.map(({ line }) => formatCartItem(toCartItem(line))).join("\n");
  const now = useSyncExternalStore(onCartChange, cartText, () => here);
  if (now === here) return null;
  const show = () => {
    const items = now.split("\n").map(parseCartItem);
    const known = items.filter((item) => item !== undefined);
    window.location.assign(checkoutPath(locale, known, { isCart: true }));
  };
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
