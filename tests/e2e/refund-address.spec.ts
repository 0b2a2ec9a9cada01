import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { freshEmail, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const words = JSON.parse(
  readFileSync("messages/en/checkout.json", "utf8"),
) as typeof import("../../messages/en/checkout.json");

const EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

async function openDetails(page: Page, email: string): Promise<void> {
  await page.goto("/en/us/pixelforge");
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.waitForURL("**/checkout**");
  await page.getByLabel(words.emailLabel).fill(email);
}

async function order(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.review }).click();
  await expect(page.getByRole("button", { name: words.create })).toBeVisible();
  for (const consent of await page.getByRole("checkbox").all()) await consent.check();
  await page.getByRole("button", { name: words.create }).click();
  await page.waitForURL("**/orders/**");
}

const error = (page: Page) => page.locator("#checkout-refund-error");

test("a refund address is checked for its network, read back, sent and shown", async ({ page }) => {
  const email = freshEmail();
  await openDetails(page, email);
  await page.getByRole("radio", { name: "Base" }).check();
  await page.getByText(words.refundTitle).click();
  const field = page.getByLabel(words.refundLabel);
  await field.fill(EVM.replace("E7Ef", "e7Ef"));
  await field.blur();
  await expect(error(page)).toContainText("Base");
  await field.fill(EVM);
  await expect(error(page)).toHaveCount(0);

  await page.getByRole("radio", { name: "Solana" }).check();
  await expect(error(page)).toContainText("Solana");
  await expect(field).toHaveValue(EVM);
  await page.getByRole("radio", { name: "Base" }).check();
  await expect(error(page)).toHaveCount(0);

  await page.getByRole("button", { name: words.review }).click();
  await expect(page.getByTestId("problems")).toContainText(words.refundOwnMissing);
  await page.getByTestId("problems").getByRole("link").click();
  await expect(page.getByLabel(words.refundOwn)).toBeFocused();
  await page.getByLabel(words.refundOwn).check();
  await page.getByRole("button", { name: words.review }).click();
  await expect(page.getByText(words.refundReadBack, { exact: true })).toBeVisible();
  await expect(page.getByText(EVM)).toBeVisible();
  await page.getByRole("button", { name: words.back, exact: true }).click();
  await order(page);

  await expectScene(page, "pay");
  expect((await orderOf(email)).refund_wallet_address).toBe(EVM);
  await expect(page.locator("main")).toContainText(EVM);
});

test("no refund address is asked for on Lightning, and none is needed anywhere", async ({
  page,
}) => {
  const email = freshEmail();
  await openDetails(page, email);
  await expect(page.getByText(words.refundTitle)).toBeVisible();
  await page.getByLabel(words.coinLabel, { exact: true }).selectOption("BTC");
  await page.getByRole("radio", { name: "Lightning" }).check();
  await expect(page.getByText(words.refundTitle)).toHaveCount(0);
  await order(page);
  await expectScene(page, "pay");
  expect((await orderOf(email)).refund_wallet_address).toBeFalsy();
});

test("each network shows what a transfer usually costs, and a paused one stands last", async ({
  page,
}) => {
  await openDetails(page, freshEmail());
  const tiles = page.getByRole("radio");
  await expect(page.getByRole("radio", { name: "Solana" })).toBeChecked();
  const open = await tiles.evaluateAll((all) =>
    all.map((one) => !(one as HTMLInputElement).disabled),
  );
  expect(open.lastIndexOf(true)).toBeLessThan(
    open.indexOf(false) === -1 ? open.length : open.indexOf(false),
  );
  const solana = page.locator("label", { has: page.getByRole("radio", { name: "Solana" }) });
  await expect(solana).toContainText(/Typical network fee \$0\.001–\$0\.01, about 10\u00a0s/);
});

test("F4: an address that is none of its network is not shown, and support is named", async ({
  page,
}) => {
  await page.goto("/en/demo/orders/hold-bad-address");
  await expectScene(page, "hold_bad_address");
  await expect(page.getByTestId("payment-card")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy report for support" })).toBeVisible();
  expect(await page.content()).not.toContain(EVM);
});
