import { openReview, placeOrder } from "./support/buy";
import { expectCopied } from "./support/expect-copied";
import { comeToLife } from "./support/open-state";
import { readQr } from "./support/read-qr";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

test("a buyer pays for a gift card and gets its code on the page", async ({ page }) => {
  const email = freshEmail();
  await placeOrder(page, { path: "/en/us/pixelforge", email, denomination: "$20" });
  await expectScene(page, "pay");

  await page.getByTestId("demo-settle").click();
  await expectScene(page, "done");
  await expect(page.getByTestId("code")).toHaveCount(0);
  await page.getByTestId("reveal").click();
  const code = (await page.getByTestId("code").textContent()) ?? "";
  const order = await orderOf(email);
  expect(JSON.stringify(order.deliveries)).toContain(code);
  expect(code.length).toBeGreaterThan(5);
  expect(await page.title()).not.toContain(code);

  await page.reload();
  await expectScene(page, "done");
  await expect(page.getByTestId("code")).toHaveCount(0);
  await expect(page.getByTestId("reveal")).toBeVisible();
});

test("address and amount are the same in the text, the QR code, the clipboard and upstream", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const email = freshEmail();
  await placeOrder(page, { path: "/en/us/pixelforge", email, network: "Base" });
  const order = await orderOf(email);

  await expect(page.getByTestId("pay-address")).toHaveText(order.wallet_address);
  await page.getByRole("button", { name: "Copy address" }).click();
  await expectCopied(page, order.wallet_address);
  expect(await readQr(page.getByTestId("pay-qr"))).toBe(order.wallet_address);

  await page.getByRole("button", { name: "Copy amount" }).click();
  await expectCopied(page, order.coin_amount);
  await expect(page.getByTestId("pay-amount")).toHaveText(order.coin_amount);

  await page.getByRole("radio", { name: "Request" }).check({ force: true });
  const request = await readQr(page.getByTestId("pay-qr"));
  expect(request.toLowerCase()).toContain(order.wallet_address.toLowerCase());
  const units = BigInt(new URLSearchParams(request.split("?")[1]).get("uint256") ?? "0");
  const [whole = "0", part = ""] = order.coin_amount.split(".");
  expect(units).toBe(BigInt(whole + part.padEnd(6, "0")));
});

test("a range card costs what was typed and checked", async ({ page }) => {
  const email = freshEmail();
  await page.goto("/en/us/example-stays");
  // The browser sends the form by itself until the page is alive; then checkout checks the amount.
  await comeToLife(page);
  await page.locator("#amount-value").fill("49");
  await page.getByRole("button", { name: "Buy now" }).click();
  await expect(page.locator("#amount-value-error")).toContainText("$50");
  await expect(page.locator("#amount-value")).toHaveValue("49");

  await placeOrder(page, { path: "/en/us/example-stays", email, amount: "75" });
  await expectScene(page, "pay");
  expect(JSON.stringify(await orderOf(email))).toContain("75");
});

test("a top-up goes to the phone number that was entered", async ({ page }) => {
  const email = freshEmail();
  const path = "/en/us/tonewave-credits";
  await placeOrder(page, { path, email, phone: "(201) 555-0123" });
  const order = await orderOf(email);
  expect(order.deliveries[0]?.deliverable.beneficiary_account).toBe("+12015550123");
  await move(email, "deliver");
  await expectScene(page, "done");
  await expect(page.getByTestId("top-up-reference")).toBeVisible();
  await expect(page.getByText("2015550123")).toHaveCount(0);
});

test("a purchase in Turkish speaks Turkish all the way", async ({ page }) => {
  const email = freshEmail();
  await placeOrder(page, { path: "/tr/tr/oyunkale", email });
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await expectScene(page, "pay");
  await move(email, "deliver");
  await expectScene(page, "done");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siparişiniz hazır");
  await page.getByRole("button", { name: "Kodu göster" }).click();
  await expect(page.getByTestId("code")).toBeVisible();
});

test("an eSIM asks for the phone before, and comes with a code that installs it", async ({
  page,
}) => {
  const email = freshEmail();
  await openReview(page, { path: "/en/us/roamly-esim", email });
  await expect(page.getByRole("checkbox", { name: /EID/ })).toBeVisible();
  await placeOrder(page, { path: "/en/us/roamly-esim", email });
  await move(email, "deliver");
  await expectScene(page, "done");
  await page.getByTestId("reveal").click();
  const code = page.getByRole("img", { name: "QR code to install the eSIM" });
  const text = await readQr(code);
  expect(text).toMatch(/^LPA:1\$/);
  expect(JSON.stringify((await orderOf(email)).deliveries)).toContain(text);
});
