import { readQr } from "./support/read-qr";
import { expect, test } from "./support/test";

test("an eSIM is printed as a card of its own, only after it was asked for", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await page.goto("/en/demo/orders/done-esim", { waitUntil: "networkidle" });
  const card = page.getByTestId("esim-card");
  await page.getByTestId("reveal").click();
  await expect(page.getByRole("img", { name: "QR code to install the eSIM" })).toBeVisible();
  await expect(card).toHaveCount(0);
  const installed = await readQr(page.getByTestId("pay-qr"));

  await page.getByRole("button", { name: "Print as a card" }).click();
  await expect(card).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(card).toBeVisible();
  await expect(page.getByTestId("receipt")).toBeHidden();
  await expect(page.locator("main")).toBeHidden();
  await expect(card).toContainText(installed);
  for (const part of installed.split("$").slice(1, 3)) await expect(card).toContainText(part);
  expect(await readQr(card.getByRole("img"))).toBe(installed);

  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(card).toHaveCount(0);
  await expect(page.getByTestId("receipt")).toBeVisible();
});
