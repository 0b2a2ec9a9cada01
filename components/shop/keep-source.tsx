"use client";

import { useEffect } from "react";
import { browserStore } from "@/lib/cart/browser-storage";

/** Remembers for the visit which advertisement led here; nothing else about it is kept. */
export function KeepSource() {
  useEffect(() => {
    const { search } = window.location;
    // Few visits come from an advertisement, and only they load what reads it.
    if (!search.includes("utm_")) return;
    void import("@/lib/cart/acquisition").then(({ keepAcquisition }) =>
      keepAcquisition(browserStore("sessionStorage"), search),
    );
  }, []);
  return null;
}
