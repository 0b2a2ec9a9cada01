import type { EarlyInput, Field } from "./early-input";

/** Nobody expects any more what a button does later than that; by then every part of a page is alive. */
const PATIENCE_MS = 5_000;
const STEP_MS = 50;

/** React's own note of what a field last said. */
type TextField = (HTMLInputElement | HTMLTextAreaElement) & {
  _valueTracker?: { setValue(value: string): void };
};

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
  // Outside of React's own work, so that what follows from one change is there before the next, and before
  // anything is painted: nobody sees a choice undone.
  queueMicrotask(() => {
    const { activeElement, body } = document;
    if (activeElement && activeElement !== body) {
      activeElement.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    }
    step();
  });
}

function replayWhatIsAlive(early: EarlyInput): void {
  for (const [noted, then] of [...early.changed]) {
    const field = noted.isConnected ? noted : successorOf(noted);
    if (field && !isAlive(field)) continue;
    early.changed.delete(noted);
    if (field) change(field, then);
    // What was chosen is not to be had any more, and nothing is done without it.
    else early.pressed = undefined;
  }
  const { pressed } = early;
  if (!pressed || early.changed.size > 0) return;
  if (pressed.button.isConnected && !isAlive(pressed.button)) return;
  early.pressed = undefined;
  const isExpected = performance.now() - pressed.at <= PATIENCE_MS;
  if (isExpected && pressed.button.isConnected) pressed.button.click();
}

/** React writes a part anew that has to change before its script is there. A field without a name has none. */
function successorOf(gone: Field): Field | undefined {
  if (gone.name === "") return undefined;
  return [...document.querySelectorAll<Field>("input,select,textarea")].find(
    ({ name, type, value }) =>
      name === gone.name && type === gone.type && (!isChoice(gone) || value === gone.value),
  );
}

const isChoice = ({ type }: Field) => type === "radio" || type === "checkbox";

function change(
  field: Field,
  { value, checked }: { value: string; checked?: boolean | undefined },
) {
  if (field instanceof HTMLSelectElement) {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (isChoice(field)) {
    (field as HTMLInputElement).checked = !checked;
    field.click();
  } else if (field.type === "file") {
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else write(field, value);
}

/**
 * React takes a text for no change that it has seen in the field before. The text itself is only written
 * where it is gone: that moves the caret of whoever is still typing.
 */
function write(field: TextField, value: string): void {
  field._valueTracker?.setValue(`${value} `);
  if (field.value !== value) {
    const prototype = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** React leaves a mark on every element that it has taken over. */
const isAlive = (element: Element): boolean =>
  Object.keys(element).some((key) => key.startsWith("__react"));
