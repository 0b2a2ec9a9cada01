"use client";

import { useEffect } from "react";
import { browserStore } from "@/lib/cart/browser-storage";

/** Remembers for the visit which advertisement led here; nothing else about it is kept. */
export function KeepSource() {
  useEffect(() => {
    const { search } = window.location;
    // Few addresses name one, and the others load nothing for it.
    if (!/[?&]utm_/.test(search)) return;
    import("@/lib/cart/acquisition").then(
      ({ keepAcquisition }) => keepAcquisition(browserStore("sessionStorage"), search),
      // Without the code nothing is remembered, and the visit goes on.
      () => undefined,
    );
  }, []);
  return null;
}
