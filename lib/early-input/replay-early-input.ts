import type { EarlyInput, Field } from "./early-input";

/** Nobody expects any more what a button does later than that; by then every part of a page is alive. */
const PATIENCE_MS = 5_000;
const STEP_MS = 50;

/**
 * Does again, part by part as they come alive, what a visitor did before. React keeps what was typed into
 * a field before it took over, and tells no handler; a form's own memory may even have emptied it.
 */
export function replayEarlyInput(early: EarlyInput): void {
  const end = performance.now() + PATIENCE_MS;
  const step = () => {
    replayWhatIsAlive(early);
    if (performance.now() < end) setTimeout(step, STEP_MS);
    else early.stop();
  };
  // Outside of React's own work, so that what follows from one change is there before the next.
  setTimeout(() => {
    const { activeElement, body } = document;
    if (activeElement && activeElement !== body) {
      activeElement.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    }
    step();
  });
}

function replayWhatIsAlive(early: EarlyInput): void {
  for (const [field, then] of [...early.changed]) {
    if (field.isConnected && !isAlive(field)) continue;
    early.changed.delete(field);
    if (field.isConnected) change(field, then);
  }
  const { pressed } = early;
  if (!pressed || early.changed.size > 0) return;
  if (pressed.button.isConnected && !isAlive(pressed.button)) return;
  early.pressed = undefined;
  const isExpected = performance.now() - pressed.at <= PATIENCE_MS;
  if (isExpected && pressed.button.isConnected) pressed.button.click();
}

function change(
  field: Field,
  { value, checked }: { value: string; checked?: boolean | undefined },
) {
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

/** React listens to the field's own setter and takes a text that it has seen there for no change. */
function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value === "" ? " " : "";
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** React leaves a mark on every element that it has taken over. */
const isAlive = (element: Element): boolean =>
  Object.keys(element).some((key) => key.startsWith("__react"));
