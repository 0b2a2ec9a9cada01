import type { Page } from "@playwright/test";
import { comeToLife } from "./support/open-state";
import { expect, test } from "./support/test";

/** Opens a page whose scripts come only once `meanwhile` is done. */
async function before(page: Page, path: string, meanwhile: () => Promise<void>): Promise<void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "domcontentloaded" });
  await meanwhile();
  release();
  await comeToLife(page);
}

test("a country typed before the page comes alive is looked for", async ({ page }) => {
  await before(page, "/en", () => page.getByRole("searchbox").fill("jp"));
  await expect(page.getByRole("listitem").first()).toContainText("Japan");
  await expect(page.getByRole("searchbox")).toHaveValue("jp");
});

test("a brand typed before the page comes alive is looked for", async ({ page }) => {
  await before(page, "/en/us/browse", () => page.getByLabel("Search brands").fill("tonew"));
  await expect(page.getByRole("link", { name: /Tonewave Credits/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Pixelforge/ })).toHaveCount(0);
});

test("a search typed on the home page before it comes alive stays", async ({ page }) => {
  await before(page, "/en/us", () => page.getByRole("combobox").or(page.getByRole("searchbox")).first().fill("tonew"));
  await expect(page.getByRole("combobox").or(page.getByRole("searchbox")).first()).toHaveValue("tonew");
});

test("an amount chosen before the page comes alive is the one that is bought", async ({ page }) => {
  await before(page, "/en/us/pixelforge", () => page.getByText("$50", { exact: true }).first().click());
  await page.getByRole("button", { name: "Buy now" }).or(page.getByRole("link", { name: "Buy now" })).first().click();
  await expect(page).toHaveURL(/50/);
});

test("an e-mail address typed before checkout comes alive stays", async ({ page }) => {
  await before(page, "/en/checkout?l=US%2Fpixelforge%2F1%2Fd%3A20+USD", () =>
    page.getByLabel(/e-mail/i).first().fill("buyer@example.com"),
  );
  await page.waitForTimeout(500);
  await expect(page.getByLabel(/e-mail/i).first()).toHaveValue("buyer@example.com");
  console.log(await page.evaluate(() => Object.entries(localStorage).concat(Object.entries(sessionStorage)).filter(([,v]) => v.includes("buyer@")).length));
});
