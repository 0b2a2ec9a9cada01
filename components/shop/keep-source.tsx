"use client";

import { useEffect } from "react";
import { keepAcquisition } from "@/lib/cart/acquisition";
import { browserStore } from "@/lib/cart/browser-storage";

/** Remembers for the visit which advertisement led here; nothing else about it is kept. */
export function KeepSource() {
  useEffect(() => keepAcquisition(browserStore("sessionStorage"), window.location.search), []);
  return null;
}
