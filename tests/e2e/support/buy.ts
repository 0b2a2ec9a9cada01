import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./test";

type Wish = {
  path: string;
  email: string;
  amount?: string;
  denomination?: string;
  phone?: string;
  account?: string;
  coin?: string;
  network?: string;
};

type Checkout = typeof import("../../../messages/en/checkout.json");
type Product = typeof import("../../../messages/en/product.json");

function wordsOf({ path }: Wish) {
  const locale = new URL(path, "http://shop").pathname.split("/")[1];
  const read = (name: string) =>
    JSON.parse(readFileSync(`messages/${locale}/${name}.json`, "utf8"));
  return { checkout: read("checkout") as Checkout, form: (read("product") as Product).form };
}

async function chooseProduct(page: Page, wish: Omit<Wish, "email">): Promise<void> {
  await page.goto(wish.path);
  if (wish.denomination) await page.getByText(wish.denomination, { exact: true }).first().click();
  if (wish.amount) await page.locator("#amount-value").fill(wish.amount);
}

/** Puts a product of an English page into the device's cart. */
export async function addToCart(page: Page, wish: Omit<Wish, "email">): Promise<void> {
  await chooseProduct(page, wish);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByTestId("cart-news")).toContainText("Added.");
}

export async function openCheckout(page: Page, wish: Wish): Promise<void> {
  const { form } = wordsOf(wish);
  await chooseProduct(page, wish);
  await page.getByRole("button", { name: form.submit }).click();
  await page.waitForURL("**/checkout**");
}

/** From the product to the question whether everything is right. */
export async function openReview(page: Page, wish: Wish): Promise<void> {
  const { checkout: words } = wordsOf(wish);
  await openCheckout(page, wish);
  if (wish.coin) await page.getByLabel(words.coinLabel, { exact: true }).selectOption(wish.coin);
  if (wish.network) await page.getByRole("radio", { name: wish.network }).check();
  await page.getByLabel(words.emailLabel, { exact: true }).fill(wish.email);
  if (wish.phone) await page.getByLabel(words.phoneLabel).fill(wish.phone);
  if (wish.account) await page.getByLabel(words.accountLabel).fill(wish.account);
  await page.getByRole("button", { name: words.review }).click();
  await expect(page.getByRole("button", { name: words.create })).toBeVisible();
}

/** From the product to the page of the created order, whose address is returned. */
export async function placeOrder(page: Page, wish: Wish): Promise<string> {
  const { checkout: words } = wordsOf(wish);
  await openReview(page, wish);
  for (const consent of await page.getByRole("checkbox").all()) await consent.check();
  await page.getByRole("button", { name: words.create }).click();
  await page.waitForURL("**/orders/**");
  await expect(page.getByTestId("scene")).toBeVisible();
  return page.url();
}
