import type { Page } from "@playwright/test";
import { DEMO_STATES } from "../../lib/demo/order-fixtures";
import { openCheckout, openReview } from "./support/buy";
import { cutOffTexts, lengthenTexts, overlappingControls } from "./support/layout";
import { comeToLife, openState } from "./support/open-state";
import { MISSING_PAGES, NOT_FOUND, PAGES } from "./support/pages";
import { freshEmail } from "./support/sandbox";
import { expect, test } from "./support/test";

/** The narrowest screen of all, which is also a laptop's at 400 %. */
test.use({ viewport: { width: 320, height: 640 }, expectedErrors: NOT_FOUND });

/** As it is, with texts longer by two fifths, and these from the right. */
async function expectWhole(page: Page, where: string): Promise<void> {
  await comeToLife(page);
  expect.soft(await cutOffTexts(page), where).toEqual([]);
  await lengthenTexts(page);
  expect.soft(await cutOffTexts(page), `${where}, longer`).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  expect.soft(await cutOffTexts(page), `${where}, longer and from the right`).toEqual([]);
}

test("no text of a page is cut off on 320 px, however long the language", async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of [...PAGES, ...MISSING_PAGES]) {
    await page.goto(`/en${path}`);
    await expectWhole(page, path);
  }
});

test("no text of the checkout is cut off on 320 px", async ({ page }) => {
  const wish = { path: "/en/us/tonewave-credits", email: freshEmail(), phone: "(201) 555-0123" };
  await openCheckout(page, wish);
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectWhole(page, "details with problems");
  await openReview(page, wish);
  await expectWhole(page, "review");
});

for (const half of [0, 1]) {
  test(`no text of a state of an order is cut off on 320 px (${half + 1} of 2)`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    for (const state of DEMO_STATES.filter((_, index) => index % 2 === half)) {
      await openState(page, `/en/demo/orders/${state}`);
      await expectWhole(page, state);
    }
  });
}

test("the checks for texts that are cut off and for controls that overlap find both", async ({
  page,
}) => {
  await page.goto("/en/help");
  await comeToLife(page);
  expect([...(await cutOffTexts(page)), ...(await overlappingControls(page))]).toEqual([]);
  await page.evaluate(() => {
    const row = document.createElement("div");
    for (const label of ["A label that is much too long for it", "Another"]) {
      const button = document.createElement("button");
      button.textContent = label;
      button.style.cssText =
        "width:60px;white-space:nowrap;overflow:hidden;margin-inline-end:-30px";
      row.append(button);
    }
    document.querySelector("main")?.append(row);
  });
  expect((await cutOffTexts(page)).join()).toContain("A label that is much too long");
  expect(await overlappingControls(page)).toEqual([
    "A label that is much too long for it / Another",
  ]);
});
