import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { openReview, placeOrder } from "./support/buy";
import { MISSING_PAGES, NOT_FOUND, PAGES } from "./support/pages";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

// Colours change at once, so that axe meets none halfway.
test.use({ expectedErrors: NOT_FOUND, contextOptions: { reducedMotion: "reduce" } });

/** In both themes: what they share is looked at twice, which costs less than to load it twice. */
async function expectAccessibleInBoth(page: Page, where: string): Promise<void> {
  await expectAccessible(page, `${where}, light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${where}, dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

for (const locale of ["en", "ar"] as const) {
  const check = locale === "en" ? expectAccessibleInBoth : expectAccessible;

  test(`${locale}: no page has a fault that axe can find`, async ({ page }) => {
    test.setTimeout(180_000);
    for (const path of [...PAGES, ...MISSING_PAGES]) {
      await page.goto(`/${locale}${path}`);
      await check(page, path);
    }
  });

  test(`${locale}: the way to the code has no fault that axe can find`, async ({ page }) => {
    const email = freshEmail();
    const path = `/${locale}/us/pixelforge`;
    await openReview(page, { path, email });
    await check(page, "review");
    await placeOrder(page, { path, email });
    await expectScene(page, "pay");
    await check(page, "pay");
    await move(email, "pay-part");
    await expectScene(page, "partly_paid");
    await check(page, "partly paid");
    await move(email, "deliver");
    await expectScene(page, "done");
    await page.getByTestId("reveal").click();
    await expect(page.getByTestId("code")).toBeVisible();
    await check(page, "the code");
  });
}

test("what is wrong in the checkout is told without a fault that axe can find", async ({
  page,
}) => {
  await page.goto("/en/us/tonewave-credits");
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectAccessibleInBoth(page, "problems");
});
