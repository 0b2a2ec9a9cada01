"use client";

import { useEffect } from "react";

/**
 * Takes logos that failed to load out of the picture, so that the name behind each is read. One
 * listener for the document: a handler on every logo would make every tile an island.
 */
export function LogoGuard() {
  useEffect(() => {
    const hide = (image: EventTarget | null) => {
      if (image instanceof HTMLImageElement && "logo" in image.dataset) image.hidden = true;
    };
    const onError = (event: Event) => hide(event.target);
    // Errors of images do not bubble, but they can be caught on their way down.
    document.addEventListener("error", onError, true);
    for (const image of document.images) {
      if (image.complete && image.naturalWidth === 0 && image.currentSrc !== "") hide(image);
    }
    return () => document.removeEventListener("error", onError, true);
  }, []);
  return null;
}
