"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * Whether the shown text still is the order's own. Extensions and clipboard thieves rewrite addresses
 * in a page; white space is no difference, one other character is.
 */
export function useIntegrity(ref: RefObject<HTMLElement | null>, value: string): boolean {
  const [intact, setIntact] = useState(true);

  useEffect(() => {
    const node = ref.current;
    const around = node?.parentElement;
    if (!node || !around) return;
    const check = () => {
      const same = node.isConnected && withoutSpace(node.textContent) === withoutSpace(value);
      if (!same) setIntact(false);
    };
    // The parent is watched too, because the whole node may be exchanged for another.
    const observer = new MutationObserver(check);
    observer.observe(around, { childList: true, characterData: true, subtree: true });
    check();
    return () => observer.disconnect();
  }, [ref, value]);

  return intact;
}

const withoutSpace = (text: string): string => text.replace(/\s/g, "");
