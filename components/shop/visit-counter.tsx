"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Pages that say something about a buyer are counted by nobody. */
const PRIVATE = /^\/[^/]+\/(?:checkout|orders|demo|gift)(?:\/|$)/;

/** Tells the shop's own address which catalogue page was opened: its path, and nothing of the visitor. */
export function VisitCounter({ endpoint }: { endpoint: string }) {
  const path = usePathname();
  useEffect(() => {
    if (!path || PRIVATE.test(path)) return;
    navigator.sendBeacon(endpoint, JSON.stringify({ path }));
  }, [endpoint, path]);
  return null;
}
