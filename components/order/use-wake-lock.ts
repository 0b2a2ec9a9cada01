"use client";

import { useEffect } from "react";

/** Keeps the screen on while a code waits to be scanned, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let active = true;
    const acquire = async () => {
      if (document.visibilityState !== "visible" || !navigator.wakeLock) return;
      try {
        const acquired = await navigator.wakeLock.request("screen");
        if (active) lock = acquired;
        else await acquired.release();
      } catch {
        // Refused on low battery or by policy; the code can be scanned all the same.
      }
    };
    const again = () => void acquire();
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      active = false;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}
