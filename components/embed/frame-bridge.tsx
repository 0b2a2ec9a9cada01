"use client";

import { useEffect } from "react";
import { followWithinFrame } from "./frame-link";
import { parentSite } from "./parent-site";

type Props = { origins: readonly string[]; title: string; close: string; leave: string };

/** Tells the site around how high the page is, and keeps links in their place. */
export function FrameBridge({ origins, title, close, leave }: Props) {
  useEffect(() => {
    const stop = parentSite.open(origins);
    parentSite.tell({ type: "ready", title, close, leave });
    const measure = () => {
      const { height } = document.body.getBoundingClientRect();
      parentSite.tell({ type: "size", height: Math.ceil(height) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    // Before React hears of a click.
    window.addEventListener("click", followWithinFrame, { capture: true });
    return () => {
      stop();
      observer.disconnect();
      window.removeEventListener("click", followWithinFrame, { capture: true });
    };
  }, [origins, title, close, leave]);
  return null;
}
