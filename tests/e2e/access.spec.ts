import { placeOrder } from "./support/buy";
import { buyCode } from "./support/buy-code";
import { countOrders, freshEmail, move, orderOf, requestsFor } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";
const NOT_FOUND = /status of 404/;

test("reload, a new tab and going back show the same order", async ({ page, context }) => {
  const email = freshEmail();
  const url = await placeOrder(page, { path, email });
  const { wallet_address } = await orderOf(email);
  await page.reload();
  await expect(page.getByTestId("pay-address")).toHaveText(wallet_address);
  const tab = await context.newPage();
  await tab.goto(url);
  await expect(tab.getByTestId("pay-address")).toHaveText(wallet_address);
  await page.goto("/en/us");
  await page.goBack();
  await expect(page.getByTestId("pay-address")).toHaveText(wallet_address);
  expect(await countOrders(email)).toBe(1);
});

test("a reload while the payment is under way loses nothing", async ({ page }) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await move(email, "start");
  await expectScene(page, "confirming");
  await page.reload();
  await expectScene(page, "confirming");
  await move(email, "deliver");
  await expectScene(page, "done");
});

test.describe("a stranger", () => {
  test.use({ expectedErrors: [NOT_FOUND] });

  test("A1: gets the same 404 for page, data and stream, and upstream hears nothing", async ({
    page,
    browser,
    baseURL,
  }) => {
    const email = freshEmail();
    const url = await placeOrder(page, { path, email });
    const { order_id, wallet_address } = await orderOf(email);
    await page.goto("about:blank");
    // The shop closes its own stream a moment after the last reader has left.
    await page.waitForTimeout(1_500);
    const before = (await requestsFor(order_id)).length;
    const reference = new URL(url).pathname.split("/").at(-1);

    const other = await browser.newContext({ baseURL: baseURL ?? "" });
    const stranger = await other.newPage();
    const reply = await stranger.goto(url);
    expect(reply?.status()).toBe(404);
    expect(await stranger.content()).not.toContain(wallet_address);
    await expect(stranger.getByLabel("E-mail of the order")).toBeVisible();
    const made = await placeOrder(stranger, { path, email: freshEmail() });
    expect(made).not.toBe(url);

    for (const address of [url, `/api/orders/${reference}`, `/api/orders/${reference}/subscribe`]) {
      const answer = await other.request.get(address);
      expect(answer.status(), address).toBe(404);
      expect(await answer.text()).not.toContain(wallet_address);
    }
    const payload = await other.request.get(url, { headers: { RSC: "1" } });
    expect(payload.status()).toBe(404);
    expect(await payload.text()).not.toContain(wallet_address);
    expect((await requestsFor(order_id)).length).toBe(before);
    await other.close();
  });

  test("A3: opens the order with the e-mail it was placed with, and with no other", async ({
    page,
    browser,
    baseURL,
  }) => {
    const email = freshEmail();
    const url = await placeOrder(page, { path, email });
    const other = await browser.newContext({ baseURL: baseURL ?? "" });
    const stranger = await other.newPage();
    await stranger.goto(url);
    const field = stranger.getByLabel("E-mail of the order");
    await field.fill("somebody-else@example.com");
    await stranger.getByRole("button", { name: "Open order" }).click();
    await expect(stranger.getByText("We found no order", { exact: false })).toBeVisible();
    await expect(field).toHaveValue("somebody-else@example.com");
    await field.fill(email);
    await stranger.getByRole("button", { name: "Open order" }).click();
    await expectScene(stranger, "pay");
    await other.close();
  });
});

test("the orders of this device are listed without their codes", async ({ page }) => {
  const { code } = await buyCode(page, path);
  await page.getByRole("link", { name: "Orders", exact: true }).first().click();
  const list = page.getByTestId("device-orders");
  await expect(list.getByText("Pixelforge", { exact: false })).toBeVisible();
  await expect(list.getByText("Ready")).toBeVisible();
  expect(await page.content()).not.toContain(code);
});
