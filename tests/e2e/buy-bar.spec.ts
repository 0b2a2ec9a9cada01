import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const WINDOWS = [
  { width: 320, height: 568 },
  { width: 320, height: 1200 },
  { width: 375, height: 667 },
  { width: 390, height: 844 },
  { width: 600, height: 1200 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
];
const TEXTS = {
  "of the usual size": async () => {},
  "twice as large by the browser": async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  },
  "twice as large by a style": (page: Page) =>
    page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => {
        document.documentElement.style.fontSize = "200%";
      });
    }),
};

/** A browser scrolls to what gets the focus a moment later. */
const expectSeen = (page: Page, where: string) =>
  expect
    .configure({ soft: true })
    .poll(() => hiddenParts(page), { message: where, timeout: 2_000 })
    .toEqual([]);

/** Of the control that has the focus, and of the error that it names: what the window or the bar hides. */
const hiddenParts = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    const bar = document.querySelector(".buy-bar");
    if (!active || !bar) throw new Error("nothing has the focus, or there is no bar");
    if (bar.contains(active)) return [];
    const { top: edge, bottom: end } = bar.getBoundingClientRect();
    const error = document.querySelector(`[id="${active.id}-error"]`);
    return [active, ...(error ? [error] : [])].flatMap((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      const isCovered = bottom > edge + 1 && top < end - 1;
      const isOutside = top < -1 || bottom > window.innerHeight + 1;
      const places = `${Math.round(top)}–${Math.round(bottom)}, bar from ${Math.round(edge)}`;
      return isCovered || isOutside ? [`${part.id || part.tagName}: ${places}`] : [];
    });
  });

for (const [how, enlarge] of Object.entries(TEXTS)) {
  test(`with text ${how} the buy bar hides neither the focused field nor its error`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await enlarge(page);
    for (const viewport of WINDOWS) {
      const where = `${viewport.width} × ${viewport.height}`;
      await page.setViewportSize(viewport);
      await page.goto("/en/us/example-stays", { waitUntil: "networkidle" });
      const field = page.locator("#amount-value");
      await field.focus();
      await expectSeen(page, `${where}, focus`);
      await field.fill("1");
      await field.press("Enter");
      await expect(page.locator("#amount-value-error")).toBeAttached();
      await expectSeen(page, `${where}, error`);
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole("button", { name: "Buy now" }).click();
      await expect(field).toBeFocused();
      await expectSeen(page, `${where}, error again`);

      await page.goto("/en/us/pixelforge", { waitUntil: "networkidle" });
      await page.getByRole("radio", { name: "in another country" }).check();
      await page.getByRole("button", { name: "Buy now" }).click();
      await expect(page.locator("#fit-consent-error")).toBeAttached();
      await expectSeen(page, `${where}, consent`);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator("form input[name=d]").first().focus();
      for (let stop = 0; stop < 4; stop += 1) {
        await expectSeen(page, `${where}, stop ${stop}`);
        await page.keyboard.press("Tab");
      }
    }
  });
}

test("on a phone the bar is in sight from the start", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/en/us/pixelforge");
  await expect(page.getByRole("button", { name: "Buy now" })).toBeInViewport({ ratio: 1 });
});
