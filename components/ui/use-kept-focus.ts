import { type RefObject, useEffect, useRef } from "react";

/**
 * The box that takes the focus when what had it is replaced, as the button is that was just pressed;
 * otherwise a keyboard would start over at the top of the page. Whoever is elsewhere stays there.
 */
export function useKeptFocus<Box extends HTMLElement>(shown: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const { activeElement, body } = document;
    if (activeElement === body || activeElement === null)
      box.current?.focus({ preventScroll: true });
  }, [shown]);
  return box;
}
