import { toFramePath } from "@/lib/embed/frame-path";
import { type FrameTheme, toFrameTheme } from "@/lib/embed/theme";

const themeHere = (): FrameTheme => toFrameTheme(document.documentElement.dataset.frameTheme);

/**
 * Keeps links of ordinary components within the frame where they have a counterpart there, and opens
 * all others beside it: pages of the shop that are not made for frames refuse to be in one.
 */
export function followWithinFrame(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(target instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0)
    return;
  const url = new URL(target.href, window.location.href);
  // A wallet's own links, mail and jumps within the page stay what they are.
  if (!/^https?:$/.test(url.protocol) || target.hasAttribute("download")) return;
  if (target.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const inside = url.origin === window.location.origin ? toFramePath(url, themeHere()) : undefined;
  if (inside !== undefined && target.target !== "_blank") window.location.assign(inside);
  else window.open(url, "_blank", "noopener,noreferrer");
}
