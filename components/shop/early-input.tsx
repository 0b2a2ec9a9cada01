"use client";

import { useEffect, useLayoutEffect } from "react";
import { replayEarlyInput } from "@/lib/early-input/replay-early-input";

/** To stand at the end of a page: by then every other part of it is alive. */
export function EarlyInput() {
  useLayoutEffect(() => {
    if (window.earlyInput) window.earlyInput.taken = true;
  }, []);
  useEffect(() => {
    const { earlyInput } = window;
    window.earlyInput = undefined;
    if (earlyInput) replayEarlyInput(earlyInput);
  }, []);
  return null;
}
