import type { Page } from "@playwright/test";
import { openCheckout, placeOrder } from "./support/buy";
import { comeToLife } from "./support/open-state";
import { freshEmail } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const NAMES = {
  en: "English",
  de: "Deutsch",
  ar: "العربية",
  "pt-BR": "Português (Brasil)",
} as const;
type Language = keyof typeof NAMES;

async function switchTo(page: Page, language: Language): Promise<URL> {
  // Before that it is a plain link to the start page, and nothing remembers the choice.
  await comeToLife(page);
  const link = page
    .getByRole("contentinfo")
    .getByRole("link", { name: NAMES[language], exact: true });
  await link.click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  return new URL(page.url());
}

test("another language shows the same brand, with the amount that was chosen in the address", async ({
  page,
}) => {
  await page.goto("/en/us/pixelforge?utm_source=letter#amounts");
  for (const language of ["de", "ar", "pt-BR", "en"] as const) {
    const { pathname, search, hash } = await switchTo(page, language);
    expect(pathname + search + hash).toBe(`/${language}/us/pixelforge?utm_source=letter#amounts`);
    await expect(page.getByRole("heading", { level: 1, name: "Pixelforge" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
  }
});

test("another language keeps search and filters of all brands", async ({ page }) => {
  await page.goto("/en/us/browse?q=pix&kind=giftcard");
  for (const language of ["de", "ar", "en"] as const) {
    const { pathname, search } = await switchTo(page, language);
    expect(pathname + search).toBe(`/${language}/us/browse?q=pix&kind=giftcard`);
    await expect(page.getByRole("link", { name: /Pixelforge/ }).first()).toBeVisible();
  }
});

test("another language keeps what was typed at checkout", async ({ page }) => {
  const email = freshEmail();
  await openCheckout(page, { path: "/en/us/pixelforge", email });
  const { search } = new URL(page.url());
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("E-mail address").blur();
  for (const language of ["de", "ar", "en"] as const) {
    const there = await switchTo(page, language);
    expect(there.pathname + there.search).toBe(`/${language}/checkout${search}`);
    await expect(page.locator("input[type=email]").first()).toHaveValue(email);
  }
});

test("another language keeps the order, its address and its amount", async ({ page }) => {
  await placeOrder(page, { path: "/en/us/pixelforge", email: freshEmail() });
  await expectScene(page, "pay");
  const own = new URL(page.url()).pathname.replace(/^\/en/, "");
  const address = await page.getByTestId("pay-address").textContent();
  const amount = await page.getByTestId("pay-amount").textContent();
  for (const language of ["de", "ar", "en"] as const) {
    expect((await switchTo(page, language)).pathname).toBe(`/${language}${own}`);
    await expectScene(page, "pay");
    await expect(page.getByTestId("pay-address")).toHaveText(address ?? "");
    await expect(page.getByTestId("pay-amount")).toHaveText(amount ?? "");
  }
});

test("the language that was chosen is the one that the shop opens in", async ({ page }) => {
  await page.goto("/en");
  await switchTo(page, "de");
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});
