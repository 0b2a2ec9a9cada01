import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Presses each button once, when the page is alive: a press that is lost or doubled fails the test. */
async function revealAll(page: Page): Promise<void> {
  await comeToLife(page);
  const reveal = page.getByTestId("reveal");
  const all = await reveal.count();
  for (let left = all; left > 0; left -= 1) {
    await reveal.last().click();
    await expect(reveal).toHaveCount(left - 1);
  }
  // What shows a code is only fetched when there is one.
  await expect(page.locator("[data-testid=redeem-code] > .flex-col")).toHaveCount(all);
}

/**
 * Waits until React has taken over what the server wrote: it leaves a mark on every element that it
 * knows. A text that is changed before that is a mismatch, a click is lost.
 */
export async function comeToLife(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("header, main, main button, main input, main select")].every(
      (element) => Object.keys(element).some((key) => key.startsWith("__react")),
    ),
  );
}

/** Opens everything on the page that can be opened. */
async function openDetails(page: Page): Promise<void> {
  for (const row of await page.locator("main details").all()) {
    if ((await row.getAttribute("open")) === null) await row.locator("> summary").click();
  }
}

/** A state of the order page with everything open that can be opened. */
export async function openState(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByTestId("scene")).toBeVisible();
  await revealAll(page);
  await openDetails(page);
}
