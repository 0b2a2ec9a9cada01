import type { Gift } from "../../lib/gift/gift";
import { sealGift } from "../../lib/gift/seal-gift";
import { ownReasons, test } from "./support/back-forward";
import { addToCart, openReview, placeOrder } from "./support/buy";
import { buyCode } from "./support/buy-code";
import { readyOffline } from "./support/ready-offline";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene } from "./support/test";

const path = "/en/us/pixelforge";
const PASSPHRASE = "ochre lantern quietly";
const CATALOGUE = [
  "/en",
  "/en/us",
  "/en/us/browse",
  "/en/us/browse?q=play",
  path,
  "/en/us/roamly-esim",
  "/en/us/soldout-sneakers",
  "/en/help",
];

// Where the browser keeps no page at all, what is compared are its reasons: a page of the shop must
// add none of its own. So these tests find what is in the way in any browser, and the return itself in one that can.

for (const address of CATALOGUE) {
  test(`${address} comes back at once, as it was left`, async ({ page, bare, leaveAndReturn }) => {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    const back = await leaveAndReturn();
    expect(ownReasons(back, bare)).toEqual([]);
    expect(back.kept).toBe(bare.kept);
  });
}

test("a walk from page to page and a look at the checkout is gone back and forward at once", async ({
  page,
  bare,
  step,
}) => {
  for (const address of ["/en/us", "/en/us/browse", "/en/us/example-stays"]) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
  }
  await page.locator("#amount-value").fill("75");
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.waitForURL("**/checkout**");
  await expect(page.getByLabel("E-mail address", { exact: true })).toBeVisible();

  const steps = [await step(-1)];
  // What was typed is there because the page itself is; a page that is loaded again begins anew.
  await expect(page.locator("#amount-value")).toHaveValue(bare.kept ? "75" : "");
  steps.push(await step(-1), await step(-1));
  expect(new URL(page.url()).pathname).toBe("/en/us");
  steps.push(await step(1), await step(1));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Example Stays");
  expect(steps.flatMap((one) => ownReasons(one, bare))).toEqual([]);
  expect(steps.map(({ kept }) => kept)).toEqual(steps.map(() => bare.kept));
});

test("a catalogue page that comes back shows the cart of now", async ({ page, bare: _, step }) => {
  await addToCart(page, { path, denomination: "$20" });
  await page.getByRole("link", { name: "Cart, 1 product" }).click();
  await page.waitForURL("**/checkout**");
  const quantity = page.getByRole("group", { name: /Quantity of Pixelforge/ });
  await quantity.getByRole("button", { name: /One more/ }).click();
  await expect(quantity.getByRole("status")).toHaveText("2");
  await step(-1);
  await expect(page.getByRole("link", { name: "Cart, 2 products" })).toBeVisible();
});

// Pages with money say that nobody may keep them. A browser may do so all the same for the way back, so
// whatever it does, they must be right and closed when they are shown again.

test("an order that was paid while its page was left says so when it comes back", async ({
  page,
  bare: _,
  step,
}) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await expectScene(page, "pay");
  await page.goto("/en/us");
  await move(email, "deliver");
  await step(-1);
  await expectScene(page, "done");
});

test("an order that was paid asks for no money when a link of the shop is gone back, even without answers", async ({
  page,
  bare: _,
  step,
}) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await expectScene(page, "pay");
  await move(email, "deliver");
  await expectScene(page, "done");
  await page.getByRole("link", { name: "Help" }).first().click();
  await page.waitForURL("**/help");
  await page.route("**/api/orders/**", (route) => route.abort());
  await step(-1);
  await expectScene(page, "done");
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await expect(page.getByTestId("pay-address")).toHaveCount(0);
  await expectScene(page, "done");
});

test("an open code is not on the order page that comes back, not even for a moment", async ({
  page,
  bare: _,
  leaveAndReturn,
}) => {
  const { code } = await buyCode(page, path);
  const back = await leaveAndReturn();
  expect(back.text).not.toContain(code);
  await expectScene(page, "done");
  await expect(page.getByTestId("code")).toHaveCount(0);
});

test("an opened gift is closed on the page that comes back, not only after a moment", async ({
  page,
  bare: _,
  leaveAndReturn,
}) => {
  const gift: Gift = { label: "$25.00", code: "7Q4F-91BD2C-00A7" };
  await page.goto(`/en/gift${await sealGift(gift)}`);
  await page.getByTestId("open-gift").click();
  await expect(page.getByTestId("code")).toHaveText(gift.code ?? "");
  const back = await leaveAndReturn();
  expect(back.text).not.toContain(gift.code ?? "no code");
  await expect(page.getByTestId("code")).toHaveCount(0);
});

test("the checkout of an order that was made does not make it again when it comes back", async ({
  page,
  bare: _,
  step,
}) => {
  const email = freshEmail();
  await openReview(page, { path, email });
  for (const consent of await page.getByRole("checkbox").all()) await consent.check();
  await page.getByRole("button", { name: "Create order and pay" }).click();
  await page.waitForURL("**/orders/**");
  await expectScene(page, "pay");
  await step(-1);
  await expect(page.getByRole("button", { name: "Review order" })).toBeEnabled();
  await expect(page.getByRole("button", { name: "Create order and pay" })).toHaveCount(0);
});

test.describe("a list of orders", () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test("that a passphrase opened is locked when its page comes back", async ({
    page,
    context,
    bare,
    leaveAndReturn,
  }) => {
    await placeOrder(page, { path, email: freshEmail() });
    // Chromium keeps no page that has read what nobody may keep. Without an answer there is nothing that the
    // page has read, and the page itself has to see to it.
    await context.route("**/api/orders/*", (route) => route.abort());
    await page.goto("/en/orders");
    const list = page.getByTestId("device-orders");
    await expect(list).toContainText("Pixelforge");
    const tool = page.getByTestId("passphrase");
    await tool.locator("summary").click();
    await tool.getByLabel("New passphrase").fill(PASSPHRASE);
    await tool.getByLabel("The passphrase once more").fill(PASSPHRASE);
    await tool.getByRole("button", { name: "Set passphrase" }).click();
    await expect(tool).toContainText("The list has this passphrase now.");
    const back = await leaveAndReturn();
    expect(back.kept).toBe(bare.kept);
    expect(back.text).not.toContain("Pixelforge");
    await expect(page.getByTestId("locked-list")).toBeVisible();
    await expect(list).toHaveCount(0);
  });
});

test("a page is kept for the way back though the worker for times without a connection begins meanwhile", async ({
  page,
  bare,
  step,
}) => {
  await page.context().route("**/sw.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  await page.goto("/en/us");
  await page.goto("/en/us/browse");
  await readyOffline(page);
  const back = await step(-1);
  expect(ownReasons(back, bare)).toEqual([]);
  expect(back.kept).toBe(bare.kept);
});
