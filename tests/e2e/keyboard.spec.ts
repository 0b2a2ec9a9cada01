import { expectCopied } from "./support/expect-copied";
import { expectNoTrap, tabTo } from "./support/keyboard";
import { comeToLife } from "./support/open-state";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

test("a gift card is bought, paid and revealed with the keyboard alone", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const email = freshEmail();
  const { keyboard } = page;
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  await page.goto("/en/us");
  await keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await tabTo(page, page.getByRole("combobox"));
  await keyboard.type("pixelf");
  await expect(page.getByRole("option", { name: /Pixelforge/ })).toBeVisible();
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /Pixelforge/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await keyboard.press("Enter");
  await page.waitForURL("**/us/pixelforge");

  const amounts = page.getByRole("group", { name: "Choose an amount" }).getByRole("radio");
  await tabTo(page, amounts.first());
  await keyboard.press("ArrowDown");
  await expect(amounts.nth(1)).toBeChecked();
  await keyboard.press("ArrowUp");
  await expect(amounts.first()).toBeChecked();
  await tabTo(page, button("Buy now"));
  await keyboard.press("Enter");
  await page.waitForURL("**/checkout**");

  await tabTo(page, page.getByLabel("E-mail address"));
  await keyboard.type(email);
  await tabTo(page, button("Review order"));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check your order" })).toBeFocused();

  for (const consent of await page.getByRole("checkbox").all()) {
    await tabTo(page, consent);
    await keyboard.press("Space");
    await expect(consent).toBeChecked();
  }
  await tabTo(page, button("Create order and pay"));
  await keyboard.press("Enter");
  await page.waitForURL("**/orders/**");
  await expectScene(page, "pay");

  await tabTo(page, button("Copy address"));
  await keyboard.press("Enter");
  const address = await page.getByTestId("pay-address").textContent();
  await expectCopied(page, address);

  await move(email, "deliver");
  await expectScene(page, "done");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(page, page.getByTestId("reveal"));
  await keyboard.press("Enter");
  await expect(page.getByTestId("code")).toBeVisible();
  await expect(page.getByTestId("redeem-code")).toBeFocused();
  await tabTo(page, button("Copy code"));
  await keyboard.press("Enter");
  const code = await page.getByTestId("code").textContent();
  await expectCopied(page, code);
  await tabTo(page, button("Hide"));
  await keyboard.press("Enter");
  await expect(page.getByTestId("code")).toHaveCount(0);
  await expect(page.getByTestId("redeem-code")).toBeFocused();
});

test("mistakes at checkout take the focus, and lead to where they are", async ({ page }) => {
  await page.goto("/en/us/pixelforge");
  await tabTo(page, page.getByRole("button", { name: "Buy now" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/checkout**");
  await tabTo(page, page.getByRole("button", { name: "Review order" }));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("problems")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const field = page.getByLabel("E-mail address");
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/Enter your e-mail address/);
});

test("a dialog keeps the focus, closes on Escape and gives it back", async ({ page }) => {
  await page.goto("/en/demo/orders/done");
  const opener = page.getByRole("button", { name: "Forget this order" });
  await comeToLife(page);
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Forget this order on this device?" });
  await expect(dialog).toBeVisible();
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest("dialog"),
    );
    expect(outside).toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

for (const path of [
  "/en",
  "/en/us",
  "/en/us/pixelforge",
  "/en/orders",
  "/en/demo/orders/pay",
  "/en/demo/orders/done",
]) {
  test(`nothing on ${path} holds the focus`, async ({ page }) => {
    await page.goto(path, { waitUntil: "networkidle" });
    await expectNoTrap(page);
  });
}
