import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { DEMO_STATES } from "../../lib/demo/order-fixtures";
import { placeOrder } from "./support/buy";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, test } from "./support/test";

/** A click before the page has come to life is lost, so each one is tried until its code is there. */
async function revealAll(page: Page): Promise<void> {
  const reveal = page.getByTestId("reveal");
  for (let left = await reveal.count(); left > 0; left -= 1) {
    await expect(async () => {
      if ((await reveal.count()) === left) await reveal.last().click({ timeout: 1_000 });
      await expect(reveal).toHaveCount(left - 1, { timeout: 1_000 });
    }).toPass();
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const state of DEMO_STATES) {
      test(`C4.1: the order page “${state}” has no fault that axe can find`, async ({ page }) => {
        await page.goto(`/en/demo/orders/${state}`);
        await expect(page.getByTestId("scene")).toBeVisible();
        await revealAll(page);
        for (const row of await page.locator("main details > summary").all()) await row.click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const faults = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`,
        );
        expect(faults).toEqual([]);
      });
    }
  });
}

test("no state is wider than a small phone, in any direction of writing", async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/en", "/tr"]) {
    for (const state of DEMO_STATES) {
      await page.goto(`${path}/demo/orders/${state}${path === "/en" ? "?dir=rtl" : ""}`);
      await expect(page.getByTestId("scene")).toBeVisible();
      const surplus = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(surplus, `${path} ${state}`).toBeLessThanOrEqual(0);
    }
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
  expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
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
