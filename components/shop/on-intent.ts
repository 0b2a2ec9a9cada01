import { pathOf, softLinkOf } from "./soft-target";

/** A pointer on its way to something else crosses a link faster than that. */
const DWELL_MS = 70;

/**
 * Calls with where a soft link leads as soon as somebody seems about to follow it: a finger on it, a
 * pointer that stays, the keyboard's focus. Who asked to save data gets nothing ahead.
 */
export function onIntent(prefetch: (target: string) => void, signal: AbortSignal): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stay = () => clearTimeout(timer);
  const aim = (event: Event, delayMs: number) => {
    const link = softLinkOf(event);
    stay();
    if (link) timer = setTimeout(() => prefetch(pathOf(link)), delayMs);
  };
  const listening = { signal, passive: true };
  document.addEventListener("touchstart", (event) => aim(event, 0), listening);
  document.addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType !== "touch") aim(event, DWELL_MS);
    },
    listening,
  );
  document.addEventListener("focusin", (event) => aim(event, DWELL_MS), listening);
  signal.addEventListener("abort", stay);
}
