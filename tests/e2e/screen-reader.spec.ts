import type { Page } from "@playwright/test";
import { openCheckout } from "./support/buy";
import { MISSING_PAGES, NOT_FOUND, PAGES } from "./support/pages";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

/** One title, one heading of the first rank, and parts that are told from each other by their names. */
async function expectStructure(page: Page, where: string): Promise<void> {
  await expect(page.getByRole("banner"), where).toHaveCount(1);
  await expect(page.getByRole("main"), where).toHaveCount(1);
  await expect(page.getByRole("contentinfo"), where).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 }), where).toHaveCount(1);
  expect((await page.title()).length, where).toBeGreaterThan(3);
  const snapshot = await page.locator("body").ariaSnapshot();
  const lines = snapshot.split("\n").map((line) => line.trim());
  const nameless = lines.filter((line) =>
    /^- (button|link|textbox|combobox|searchbox|checkbox|radio|img|dialog|navigation|tab|option)(:| \[|$)/.test(
      line,
    ),
  );
  expect(nameless, where).toEqual([]);
  const navigations = lines.filter((line) => line.startsWith("- navigation"));
  expect(new Set(navigations).size, where).toBe(navigations.length);
  const ranks = lines
    .flatMap((line) => /^- heading .*\[level=(\d)\]/.exec(line)?.[1] ?? [])
    .map(Number);
  for (const [index, rank] of ranks.entries()) {
    expect(rank, `${where}: ranks ${ranks.join("")}`).toBeLessThanOrEqual(
      (ranks[index - 1] ?? 0) + 1,
    );
  }
}

test.describe("every page", () => {
  test.use({ expectedErrors: NOT_FOUND });

  test("has its landmarks, one first heading, and a name for everything", async ({ page }) => {
    test.setTimeout(90_000);
    for (const path of [...PAGES, ...MISSING_PAGES]) {
      await page.goto(`/en${path}`);
      await expectStructure(page, path);
    }
  });
});

test("a purchase is told step by step, and what changes is announced", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const email = freshEmail();
  const wish = { path: "/en/us/pixelforge", email };

  await page.goto(wish.path);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Pixelforge" [level=1]
    - group "Choose an amount":
      - radio /USDC/
    - combobox "Show prices in"
    - button "Buy now"
  `);

  await openCheckout(page, wish);
  await expect(page.getByRole("list", { name: "Steps of your order" })).toBeVisible();
  await expect(
    page.getByRole("group", { name: "Network" }).getByRole("radio").first(),
  ).toHaveAccessibleDescription(/./);
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "needs your attention" })).toBeFocused();
  await expectStructure(page, "checkout with problems");

  await page.getByLabel("E-mail address", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("heading", { name: "Check your order" })).toBeFocused();
  await expectStructure(page, "review");
  const consents = page.getByRole("group", { name: "Please read and confirm" });
  await expect(consents).toBeVisible();
  for (const consent of await consents.getByRole("checkbox").all()) await consent.check();
  await page.getByRole("button", { name: "Create order and pay" }).click();
  await page.waitForURL("**/orders/**");
  await expectScene(page, "pay");
  await expectStructure(page, "pay");
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const polite = page.getByRole("status");
  await page.getByRole("button", { name: "Copy amount" }).click();
  await expect(polite.filter({ hasText: "Amount copied" })).toHaveCount(1);
  await page.getByRole("button", { name: "Copy address" }).click();
  await expect(polite.filter({ hasText: /^Address.* copied$/ })).toHaveCount(1);

  await move(email, "pay-part");
  await expectScene(page, "partly_paid");
  const announced = page.locator("[role=status], [role=alert]");
  await expect(announced.filter({ hasText: /State of the order: .* still missing/ })).toHaveCount(
    1,
  );
  await move(email, "deliver");
  await expectScene(page, "done");
  await expect(
    announced.filter({ hasText: "State of the order: Your order is ready" }),
  ).toHaveCount(1);
  await page.getByRole("button", { name: "Show code" }).click();
  await expect(polite.filter({ hasText: "The code is shown" })).toHaveCount(1);
  await expect(page.getByRole("group", { name: "Code" }).getByTestId("code")).toBeVisible();
  await expectStructure(page, "the code");
});
