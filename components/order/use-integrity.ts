"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * Whether the shown text still is the order's own. Extensions and clipboard thieves rewrite addresses
 * in a page; white space is no difference, one other character is.
 */
export function useIntegrity(
  nodes: { ref: RefObject<HTMLElement | null>; value: string }[],
): boolean {
  const [intact, setIntact] = useState(true);
  const expected = nodes.map(({ value }) => value).join("\n");

  useEffect(() => {
    const check = () => {
      const same = nodes.every(({ ref, value }) => {
        const text = ref.current?.textContent ?? value;
        return text.replace(/\s/g, "") === value.replace(/\s/g, "");
      });
      if (!same) setIntact(false);
    };
    const observer = new MutationObserver(check);
    for (const { ref } of nodes) {
      if (!ref.current) continue;
      observer.observe(ref.current, { childList: true, characterData: true, subtree: true });
    }
    check();
    return () => observer.disconnect();
    // The refs stay; only other values ask for another look.
    // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  }, [expected]);

  return intact;
}
