"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isMoneyPath } from "@/lib/money-pages";
import { onIntent } from "./on-intent";
import { softTarget } from "./soft-target";

/**
 * Turns clicks on soft links into navigations within the document, and fetches ahead what is aimed at.
 * A page with money is left as a document: who comes back within one would get what it showed at first,
 * an order that has long been paid as one to pay.
 */
export function SoftNavigation() {
  const router = useRouter();
  useEffect(() => {
    if (isMoneyPath(window.location.pathname)) return;
    const end = new AbortController();
    const follow = (event: MouseEvent) => {
      const target = softTarget(event);
      if (target === undefined) return;
      event.preventDefault();
      router.push(target);
    };
    document.addEventListener("click", follow, { signal: end.signal });
    onIntent((target) => router.prefetch(target), end.signal);
    return () => end.abort();
  }, [router]);
  return null;
}
