import { useRef, useState } from "react";
import { browserStore } from "@/lib/cart/browser-storage";
import { CART_MAX } from "@/lib/cart/cart-item";
import { changeCart, takeFromCart } from "@/lib/cart/change-cart";
import { checkoutPath, checkoutQuery } from "@/lib/urls";
import type { CheckoutLine, CheckoutProps } from "./checkout-types";
import { toCartItem } from "./to-cart-item";

type Options = Pick<CheckoutProps, "lines" | "isCart" | "locale">;

const toItems = (lines: readonly CheckoutLine[]) => lines.map((line) => toCartItem(line));

/**
 * The lines of the order, as the buyer changes them. The page's address follows, so that a reload shows
 * the same, and so does the device's cart, where the lines are that cart.
 */
export function useLines(
  { lines: opened, isCart = false, locale }: Options,
  navigate: (location: string) => void,
) {
  const [lines, setLines] = useState(opened);
  /** The lines of this moment, for what was begun before the last change was drawn. */
  const latest = useRef<readonly CheckoutLine[]>(lines);

  function change(next: CheckoutLine[]): void {
    const items = toItems(next);
    const from = toItems(latest.current);
    if (isCart) changeCart(browserStore("localStorage"), { from, to: items });
    latest.current = next;
    if (next.length === 0) {
      navigate(checkoutPath(locale, []));
      return;
    }
    // The page may stand at another path and have a look of its own, within a frame.
    const query = checkoutQuery(items, isCart, window.location.search);
    window.history.replaceState(window.history.state, "", `?${query}`);
    setLines(next);
  }

  /** The most of one line that the order still has room for. */
  const roomFor = (line: CheckoutLine): number =>
    CART_MAX -
    latest.current.reduce((sum, one) => sum + (one.key === line.key ? 0 : one.quantity), 0);

  const setQuantity = (line: CheckoutLine, wanted: number) => {
    const quantity = Math.min(Math.max(wanted, 1), roomFor(line));
    change(latest.current.map((one) => (one.key === line.key ? { ...one, quantity } : one)));
  };
  const remove = (key: string) => change(latest.current.filter((line) => line.key !== key));
  const ordered = () => {
    if (isCart) takeFromCart(browserStore("localStorage"), toItems(latest.current));
  };

  return { lines, latest, setQuantity, remove, ordered };
}
