import type { EarlyInput } from "./early-input";

/** Nobody expects any more what a button does later than that. */
const PRESS_LIFE_MS = 5_000;

/**
 * Does again, for the scripts that are there now, what a visitor did before. React keeps what was typed
 * into a field before it took over, and tells no handler; a form's own memory may even have emptied it.
 */
export async function replayEarlyInput(early: EarlyInput): Promise<void> {
  early.stop();
  for (const [field, { value, checked }] of early.changed) {
    // What follows from one change is to be there before the next, as if somebody did it.
    await new Promise((resolve) => setTimeout(resolve));
    if (!field.isConnected) continue;
    if (field instanceof HTMLSelectElement) {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (field.type === "radio" || field.type === "checkbox") {
      (field as HTMLInputElement).checked = !checked;
      field.click();
    } else if (field.type === "file") {
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else write(field, value);
  }
  await new Promise((resolve) => setTimeout(resolve));
  if (document.activeElement !== document.body) {
    document.activeElement?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  }
  const { pressed } = early;
  if (!pressed || performance.now() - pressed.at > PRESS_LIFE_MS) return;
  if (pressed.button.isConnected) pressed.button.click();
}

/** React listens to the field's own setter and takes a text that it has seen there for no change. */
function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value === "" ? " " : "";
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
