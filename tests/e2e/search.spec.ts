import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openReview } from "./support/buy";
import { tabTo } from "./support/keyboard";
import { comeToLife } from "./support/open-state";
import { freshEmail, lastBody } from "./support/sandbox";
import { expect, test } from "./support/test";

const FIELD = { name: "Search brands: United States" };

test("a typo finds the brand, with the keyboard alone", async ({ page }) => {
  await page.goto("/en/us");
  await comeToLife(page);
  await page.locator("body").press("/");
  const field = page.getByRole("combobox", FIELD);
  await expect(field).toBeFocused();
  await page.keyboard.type("pixelfroge");
  await expect(page.getByRole("option").first()).toContainText("Pixelforge");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  const active = await field.getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${active}"]`)).toContainText("Pixelforge");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/us/pixelforge");
});

test("Escape closes the list and keeps what was typed; Enter alone shows all results", async ({
  page,
}) => {
  await page.goto("/en/us");
  const field = page.getByRole("combobox", FIELD);
  await field.fill("pixel");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveValue("pixel");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/browse?q=pixel");
  await expect(page.getByRole("link", { name: /Pixelforge/ })).toBeVisible();
});

/** Leaves one search behind, and opens the list that offers it again. */
async function searchAndComeBack(page: Page): Promise<void> {
  await page.goto("/en/us");
  await page.getByRole("combobox", FIELD).fill("streamhaus");
  await page.getByRole("option").first().click();
  await page.waitForURL("**/en/us/streamhaus");
  await page.goto("/en/us");
  await page.getByRole("combobox", FIELD).focus();
  await expect(page.getByRole("option", { name: "streamhaus" })).toBeVisible();
}

test("what was searched for is offered again on this device, and can be forgotten", async ({
  page,
}) => {
  await searchAndComeBack(page);
  await page.getByRole("button", { name: "Clear recent searches" }).click();
  await expect(page.getByRole("listbox")).toBeHidden();
  await page.reload();
  await page.getByRole("combobox", FIELD).focus();
  await expect(page.getByRole("option")).toHaveCount(0);
});

test("Escape closes the list from whatever of it the keyboard is on", async ({ page }) => {
  await searchAndComeBack(page);
  const field = page.getByRole("combobox", FIELD);
  const submit = page.locator("search").getByRole("button", FIELD);
  await tabTo(page, submit);
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(submit).toBeFocused();

  await field.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Clear recent searches" }));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toBeFocused();
});

test("the keyboard alone can forget what was searched for", async ({ page }) => {
  await searchAndComeBack(page);
  const forget = page.getByRole("button", { name: "Clear recent searches" });
  for (
    let steps = 0;
    steps < 3 && !(await forget.evaluate((node) => node === document.activeElement));
    steps += 1
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(forget).toHaveCount(0);
  await expect(page.getByRole("combobox", FIELD)).toBeFocused();
});

test("a brand of another country is found there", async ({ page }) => {
  await page.goto("/en/us");
  await page.getByRole("combobox", FIELD).fill("oyunkale");
  await expect(page.getByText("No brand in United States is called that.")).toBeVisible();
  await page.getByRole("link", { name: "Oyunkale – Türkiye" }).click();
  await page.waitForURL("**/en/tr/oyunkale");
});

test("the page of all brands forgives a typo as well, and knows other countries", async ({
  page,
}) => {
  await page.goto("/en/us/browse?q=pixlforge");
  await expect(page.getByRole("link", { name: /Pixelforge/ })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search brands" }).fill("oyunkale");
  await expect(page.getByRole("link", { name: "Oyunkale – Türkiye" })).toBeVisible();
});

test("axe finds no fault with the open list", async ({ page }) => {
  await page.goto("/en/us");
  await page.getByRole("combobox", FIELD).fill("game");
  await expect(page.getByRole("option").first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
});

test("an order says which advertisement led to it, and nothing else about the visit", async ({
  page,
}) => {
  const email = freshEmail();
  await page.goto("/en/us?utm_source=newsletter&utm_campaign=may&gclid=secret");
  await page.waitForFunction(() => sessionStorage.length > 0);
  await openReview(page, { path: "/en/us/pixelforge", email });
  const body = (await lastBody("/v5/orders/validations", email)) as { acquisition?: object };
  expect(body.acquisition).toEqual({ utm_source: "newsletter", utm_campaign: "may" });
  expect(JSON.stringify(body)).not.toContain("secret");
});
