import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openReview, placeOrder } from "./support/buy";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual(
    [],
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const path of [
      "/en",
      "/en/us",
      "/en/us/browse",
      "/en/us/pixelforge",
      "/en/us/example-stays",
      "/en/us/soldout-sneakers",
      "/en/checkout",
      "/en/orders",
      "/en/help",
      "/tr/tr",
    ]) {
      test(`${path} has no fault that axe can find`, async ({ page }) => {
        await page.goto(path);
        await expectAccessible(page);
      });
    }

    test("the way from checkout to the code has no fault that axe can find", async ({ page }) => {
      const email = freshEmail();
      await openReview(page, { path: "/en/us/pixelforge", email });
      await expectAccessible(page);
      await placeOrder(page, { path: "/en/us/pixelforge", email });
      await expectScene(page, "pay");
      await expectAccessible(page);
      await move(email, "pay-part");
      await expectScene(page, "partly_paid");
      await expectAccessible(page);
      await move(email, "deliver");
      await expectScene(page, "done");
      await page.getByTestId("reveal").click();
      await expect(page.getByTestId("code")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("no page is wider than a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [
    "/en",
    "/en/us",
    "/en/us/browse",
    "/en/us/pixelforge",
    "/tr/tr",
    "/tr/orders",
  ]) {
    await page.goto(path);
    const surplus = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(surplus, path).toBeLessThanOrEqual(0);
  }
});
