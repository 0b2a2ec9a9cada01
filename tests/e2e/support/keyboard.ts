import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

const MOST_STOPS = 90;
/** More than any page has; it may still grow while it is walked through. */
const MOST_STOPS_OF_A_PAGE = 400;

/** What has the focus, and whether a person sees that it has. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const label = element.closest("label");
    const rings = [element, ...(label ? [label] : [])].map((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const { width, height, bottom, top } = one.getBoundingClientRect();
      const inView = width > 1 && height > 1 && bottom > 0 && top < innerHeight;
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && inView;
    });
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return {
      what: `${element.tagName} ${element.id} ${name.trim().slice(0, 40)}`,
      seen: rings.includes(true),
    };
  });
}

/** Presses Tab until the control has the focus; every stop on the way is one that can be seen. */
export async function tabTo(page: Page, control: Locator, key = "Tab"): Promise<void> {
  await expect(control).toBeAttached();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (now) expect(now.seen, `the focus on ${now.what} can be seen`).toBe(true);
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STOPS} stops of ${key} did not lead to ${control}`);
}

/** From the top to the end of the page with Tab alone: nothing holds the focus, nothing is met twice. */
export async function expectNoTrap(page: Page): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.removeAllRanges();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS_OF_A_PAGE; stop += 1) {
    await page.keyboard.press("Tab");
    const mark = await page.evaluate((number) => {
      const element = document.activeElement;
      if (!element || element === document.body) return "end";
      const before = element.getAttribute("data-met");
      element.setAttribute("data-met", String(number));
      return before === null ? "new" : `again after ${before}`;
    }, stop);
    met.push(mark);
    if (mark !== "new") break;
  }
  expect(met.at(-1), `after ${met.length} stops`).toMatch(/^end$|^again after 0$/);
  expect(met.length).toBeGreaterThan(5);
}
