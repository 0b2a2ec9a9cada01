import { DEMO_STATES } from "../../lib/demo/order-fixtures";
import { expectAccessible } from "./support/axe";
import { placeOrder } from "./support/buy";
import { openState } from "./support/open-state";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, test } from "./support/test";

test.describe("in both themes and from the right", () => {
  // Colours change at once, so that axe meets none halfway.
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  for (const state of DEMO_STATES) {
    test(`C4.1: the order page “${state}” has no fault that axe can find`, async ({ page }) => {
      await openState(page, `/en/demo/orders/${state}`);
      await expectAccessible(page, "light");
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page, "dark");
      await page.emulateMedia({ colorScheme: "light" });
      await openState(page, `/ar/demo/orders/${state}`);
      await expectAccessible(page, "in Arabic");
    });
  }
});

test("the pages of the demo carry the strict policy and ask nothing of an order's API", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const response = await page.goto("/en/demo/orders/pay");
  await expect(page.getByTestId("payment-card")).toBeVisible();
  expect(response?.headers()["content-security-policy"]).toContain("'strict-dynamic'");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  expect(asked.filter((path) => path.startsWith("/api/orders"))).toEqual([]);
});

test.describe("without scripts", () => {
  // The response of a state that does not exist is part of what is looked at.
  test.use({ expectedErrors: [/status of 404/] });

  test("an unknown state is not found", async ({ page }) => {
    const response = await page.goto("/en/demo/orders/no-such-state");
    expect(response?.status()).toBe(404);
  });

  test("C4.15: an order shows amount, address, network and deadline, and none after it", async ({
    page,
    browser,
    context,
  }) => {
    const email = freshEmail();
    const url = await placeOrder(page, { path: "/en/us/pixelforge", email });
    const order = await orderOf(email);
    const still = await browser.newContext({
      javaScriptEnabled: false,
      locale: "en-US",
      storageState: await context.storageState(),
    });
    try {
      const plain = await still.newPage();
      await plain.goto(url);
      await expect(plain.getByTestId("pay-amount")).toHaveText(order.coin_amount);
      await expect(plain.getByTestId("pay-address")).toHaveText(order.wallet_address);
      await expect(plain.getByTestId("scene")).toContainText("on Solana");
      const deadline = plain.getByTestId("payment-card").locator("time");
      await expect(deadline).toContainText("UTC");
      expect(Date.parse((await deadline.getAttribute("datetime")) ?? "")).toBeGreaterThan(
        Date.now(),
      );

      const longAgo = String(Math.floor(Date.now() / 1000) - 26 * 60);
      await move(email, "set", { created_at: longAgo, payment_requested_at: longAgo });
      await expect(async () => {
        await plain.reload();
        await expect(plain.locator('[data-scene="verifying"]')).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
      await expect(plain.getByTestId("payment-card")).toHaveCount(0);
      const source = await plain.content();
      expect(source).not.toContain(order.wallet_address);
    } finally {
      await still.close();
    }
  });
});
