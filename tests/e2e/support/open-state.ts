import type { Page } from "@playwright/test";
import { expect } from "./test";

/** A click before the page has come to life is lost, so each one is tried until its code is there. */
async function revealAll(page: Page): Promise<void> {
  const reveal = page.getByTestId("reveal");
  for (let left = await reveal.count(); left > 0; left -= 1) {
    await expect(async () => {
      if ((await reveal.count()) === left) await reveal.last().click({ timeout: 1_000 });
      await expect(reveal).toHaveCount(left - 1, { timeout: 1_000 });
    }).toPass();
  }
}

/** Opens everything on the page that can be opened. */
export async function openDetails(page: Page): Promise<void> {
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
