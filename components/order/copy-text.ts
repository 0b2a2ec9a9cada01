/**
 * Puts a text into the clipboard. Where the page may not, the shown text is selected instead, so that
 * the person can copy it.
 */
export async function copyText(
  text: string,
  shown: HTMLElement | undefined,
): Promise<"copied" | "selected" | "failed"> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    // In a frame, an old browser, or without permission there is no clipboard to write to.
    return shown && select(shown) ? "selected" : "failed";
  }
}

function select(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
    return true;
  }
  const selection = window.getSelection();
  if (!selection) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  return true;
}
