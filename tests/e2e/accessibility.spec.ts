import { expectAccessible } from "./support/axe";
import { openReview, placeOrder } from "./support/buy";
import { MISSING_PAGES, NOT_FOUND, PAGES } from "./support/pages";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const LOOKS = [
  { colorScheme: "light", locale: "en" },
  { colorScheme: "dark", locale: "en" },
  { colorScheme: "light", locale: "ar" },
] as const;

for (const { colorScheme, locale } of LOOKS) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ colorScheme, expectedErrors: NOT_FOUND });

    test("no page has a fault that axe can find", async ({ page }) => {
      test.setTimeout(180_000);
      for (const path of [...PAGES, ...MISSING_PAGES]) {
        await page.goto(`/${locale}${path}`);
        await expectAccessible(page, `/${locale}${path}`);
      }
    });

    test("the way from checkout to the code has no fault that axe can find", async ({ page }) => {
      const email = freshEmail();
      const path = `/${locale}/us/pixelforge`;
      await openReview(page, { path, email });
      await expectAccessible(page, "review");
      await placeOrder(page, { path, email });
      await expectScene(page, "pay");
      await expectAccessible(page, "pay");
      await move(email, "pay-part");
      await expectScene(page, "partly_paid");
      await expectAccessible(page, "partly paid");
      await move(email, "deliver");
      await expectScene(page, "done");
      await page.getByTestId("reveal").click();
      await expect(page.getByTestId("code")).toBeVisible();
      await expectAccessible(page, "the code");
    });
  });
}

test("what is wrong in the checkout is told without a fault that axe can find", async ({
  page,
}) => {
  await page.goto("/en/us/tonewave-credits");
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectAccessible(page, "problems");
});
