import type { Page } from "@playwright/test";
import { openReview } from "./support/buy";
import { PAGES } from "./support/pages";
import { freshEmail } from "./support/sandbox";
import { expect, test } from "./support/test";

const STATES = ["pay", "pay-evm", "partly-paid", "expired", "done", "done-esim", "review"] as const;
const MAIN = [
  ...PAGES.map((path) => `/en${path}`),
  ...STATES.map((state) => `/en/demo/orders/${state}`),
];

/** Targets that are too small for a finger, after WCAG 2.5.8; a link inside a sentence may be. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const controls = [
      ...document.querySelectorAll("a[href], button, input, select, summary, [role=option]"),
    ];
    return controls.flatMap((element) => {
      const shown =
        element.checkVisibility({ visibilityProperty: true }) && !element.closest(".sr-only");
      const box = (element.closest("label") ?? element).getBoundingClientRect();
      const inSentence =
        getComputedStyle(element).display === "inline" && !!element.closest("p, li, dd, td");
      const isLarge = box.width >= least && box.height >= least;
      if (!shown || inSentence || isLarge || element.matches(".sr-only") || box.width === 0)
        return [];
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return [`${element.tagName} “${name.trim().slice(0, 30)}” ${size}`];
    });
  }, least);
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("every target is large enough, and the main ones are as large as a finger", async ({
    page,
  }) => {
    test.setTimeout(120_000);
    for (const path of MAIN) {
      await page.goto(path);
      expect.soft(await smallTargets(page, 24), path).toEqual([]);
      const buttons = await page.getByRole("main").getByRole("button").all();
      for (const button of buttons) {
        const box = await button.boundingBox();
        if (!box || box.width < 2) continue;
        expect
          .soft(Math.round(box.height), `${path}: ${await button.textContent()}`)
          .toBeGreaterThanOrEqual(44);
      }
    }
  });
});

test.describe("with less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves", async ({ page }) => {
    test.setTimeout(90_000);
    for (const path of [...MAIN, "/en/demo/orders/preparing", "/en/demo/orders/confirming"]) {
      await page.goto(path);
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ playState }) => playState === "running")
          .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className ?? ""),
      );
      expect.soft(moving, path).toEqual([]);
    }
  });
});

test.describe("in forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" }, colorScheme: "dark" });

  test("fields and buttons have borders, and the focus is seen", async ({ page }) => {
    await openReview(page, { path: "/en/us/pixelforge", email: freshEmail() });
    await page.goto("/en/us/pixelforge");
    await page.getByRole("button", { name: "Buy now" }).click();
    await page.waitForURL("**/checkout**");
    const bare = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "main button, main input:not([type=radio], [type=checkbox]), main select",
        ),
      ]
        .filter((element) => element.checkVisibility() && !element.closest("summary"))
        .filter((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth) < 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(bare).toEqual([]);
    await page.getByLabel("E-mail address").focus();
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      const one = element?.closest("label") ?? element;
      return one ? getComputedStyle(one).outlineStyle : "none";
    });
    expect(outline).not.toBe("none");
  });

  test("what is chosen can be told from what is not", async ({ page }) => {
    await page.goto("/en/us/pixelforge");
    const tiles = page.getByRole("group", { name: "Choose an amount" }).locator("label");
    const look = (index: number) =>
      tiles.nth(index).evaluate((tile) => {
        const { borderTopColor, borderTopWidth, outlineStyle, backgroundColor } =
          getComputedStyle(tile);
        return [borderTopColor, borderTopWidth, outlineStyle, backgroundColor].join();
      });
    await tiles.first().click();
    await page.mouse.move(0, 0);
    expect(await look(0)).not.toBe(await look(1));
  });
});
