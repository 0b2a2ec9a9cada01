import { placeOrder } from "./support/buy";
import { readQr } from "./support/read-qr";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";

test("C4.5, E9: an underpaid order asks for exactly the rest and then goes on", async ({
  page,
}) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await move(email, "pay-part");
  await expectScene(page, "partly_paid");
  const { missing_amount: missing, wallet_address } = await orderOf(email);
  await expect(page.getByTestId("pay-amount")).toHaveText(missing ?? "absent");
  await expect(page.getByTestId("pay-address")).toHaveText(wallet_address);
  expect(await readQr(page.getByTestId("pay-qr"))).toContain(wallet_address);

  await move(email, "pay");
  await expectScene(page, "paid");
  await expect(page.getByTestId("payment-card")).toHaveCount(0);
  await move(email, "deliver");
  await expectScene(page, "done");
});

test("E11: an expired order takes its address away and asks before a second payment", async ({
  page,
}) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  const { wallet_address } = await orderOf(email);
  await move(email, "expire");
  await expectScene(page, "expired");
  await expect(page.getByTestId("payment-card")).toHaveCount(0);
  expect(await page.locator("main").innerHTML()).not.toContain(wallet_address);

  await page.getByRole("button", { name: "Yes, I sent a payment" }).click();
  await expect(page.getByText("Do not pay again", { exact: false })).toBeVisible();
});

test("E11: a payment that comes late still delivers", async ({ page }) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await move(email, "expire");
  await expectScene(page, "expired");
  await move(email, "pay");
  await move(email, "deliver");
  // A reload within the seconds for which a read is shared still shows the state before.
  await expect(async () => {
    await page.reload();
    await expect(page.locator('[data-scene="done"]')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
});

test("D15: with the stream blocked the order still reaches its code by polling", async ({
  page,
  context,
}) => {
  await context.route("**/api/orders/*/subscribe", (route) => route.abort());
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await move(email, "deliver");
  await expect(page.locator('[data-scene="done"]')).toBeVisible({ timeout: 45_000 });
});

const STATES = {
  start: "confirming",
  confirm: "paid",
  "pay-more": "paid",
  "wrong-coin": "paid",
  preparing: "delivering",
  rebuy: "rebuy",
  manual: "review",
  quarantine: "review",
  "fail-line": "done_partly",
  fail: "failed",
  "setup-failure": "setup_failed",
  refund: "refunded",
  cancel: "canceled",
  created: "preparing",
  "wrong-address": "hold_address",
};

for (const [action, scene] of Object.entries(STATES)) {
  test(`C4.6, E12: after “${action}” the page says “${scene}” and offers nothing to pay`, async ({
    page,
  }) => {
    const email = freshEmail();
    await placeOrder(page, { path, email });
    await move(email, action);
    await expectScene(page, scene);
    await expect(page.getByTestId("payment-card")).toHaveCount(0);
    await page.reload();
    await expectScene(page, scene);
    await expect(page.getByTestId("payment-card")).toHaveCount(0);
  });
}

test("D12: a word that nobody knows becomes a calm wait", async ({ page }) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await move(email, "set", { order_state: "Sideways" });
  await expectScene(page, "unknown");
  await move(email, "deliver");
  await expectScene(page, "done");
});
