import type { Place } from "./checkout-types";

/** The id of the element where a place begins. */
export function anchorOf(place: Place): string {
  return `checkout-${place}`;
}

/** Goes to the control itself, or to the first one inside a group of them. */
export function focusPlace(place: Place): void {
  const target = document.getElementById(anchorOf(place));
  if (!target) return;
  for (let parent = target.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  const control = target.matches("input, select, a")
    ? target
    : (target.querySelector<HTMLElement>("input:not(:disabled), select, a") ?? target);
  control.focus();
  target.scrollIntoView?.({ block: "center" });
}
