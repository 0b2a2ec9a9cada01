"use client";

import { useEffect } from "react";
import type { Locale } from "@/lib/i18n/locales";

const KEPT_MS = 86_400_000;
/** For browsers that do not tell when they are idle. */
const QUIET_MS = 2_000;

/**
 * Whoever has opened a page of the shop gets a kind word instead of the browser's error when the
 * connection is gone. It waits until the page is loaded and has nothing else to do.
 */
export function OfflineReady({ locale }: { locale: Locale }) {
  useEffect(() => {
    const prepare = () =>
      import("@/lib/offline/prepare-offline").then(
        (loaded) => loaded.prepareOffline(locale, KEPT_MS),
        // Without its code the shop works as long as there is a connection.
        () => undefined,
      );
    const whenIdle = () =>
      "requestIdleCallback" in window
        ? requestIdleCallback(prepare)
        : setTimeout(prepare, QUIET_MS);
    if (document.readyState === "complete") {
      whenIdle();
      return;
    }
    window.addEventListener("load", whenIdle);
    return () => window.removeEventListener("load", whenIdle);
  }, [locale]);
  return null;
}
