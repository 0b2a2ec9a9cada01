import type { Page } from "@playwright/test";
import { placeOrder } from "./support/buy";
import { buyCode } from "./support/buy-code";
import { expectCopied } from "./support/expect-copied";
import { comeToLife } from "./support/open-state";
import { readQr } from "./support/read-qr";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";

const NETWORKS = [
  { coin: "USDC", network: "Solana" },
  { coin: "USDC", network: "Base" },
  { coin: "ETH", network: "Ethereum" },
  { coin: "BTC", network: "Bitcoin" },
  { coin: "BTC", network: "Lightning" },
  { coin: "LTC", network: "Litecoin" },
  { coin: "USDT", network: "Tron" },
  { coin: "USDT", network: "Ton" },
];

for (const { coin, network } of NETWORKS) {
  test(`F1: ${coin} on ${network} has one address in text, code, clipboard and link`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const email = freshEmail();
    await placeOrder(page, { path, email, coin, network });
    await expectScene(page, "pay");
    const { wallet_address: address, coin_amount: amount } = await orderOf(email);

    await expect(page.getByTestId("pay-address")).toHaveText(address);
    await page.getByRole("button", { name: /^Copy (address|invoice)/ }).click();
    await expectCopied(page, address);
    expect((await readQr(page.getByTestId("pay-qr"))).toLowerCase()).toContain(
      address.toLowerCase(),
    );
    const link = page.getByTestId("open-wallet");
    if ((await link.count()) > 0) {
      expect(await link.getAttribute("href")).toContain(address);
    }
    await page.getByRole("button", { name: "Copy amount" }).click();
    await expectCopied(page, amount);
  });
}

test("F5: the network stands in the heading, beside the amount and in what a copy announces", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await placeOrder(page, { path, email: freshEmail(), network: "Base" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("on Base");
  await expect(page.getByTestId("payment-card")).toContainText("USDC on Base only");
  await page.getByRole("button", { name: "Copy address" }).click();
  await expect(page.getByText("Address (Base) copied")).toBeAttached();
});

for (const hours of [-2, 2]) {
  test(`E10: the countdown is right with the device's clock off by ${hours} hours`, async ({
    page,
  }) => {
    await page.clock.install({ time: Date.now() + hours * 3_600_000 });
    const url = await placeOrder(page, { path, email: freshEmail() });
    await expectScene(page, "pay");
    const reference = new URL(url).pathname.split("/").at(-1);
    for (const wait of [0, 4_000]) {
      await page.waitForTimeout(wait);
      const reply = await page.request.get(`/api/orders/${reference}`);
      const { secondsLeft: right } = (await reply.json()) as { secondsLeft: number };
      expect(Math.abs((await secondsLeft(page)) - right)).toBeLessThanOrEqual(3);
    }
  });
}

test.describe("a page that hears nothing more", () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] });

  test("C4.4, E10: takes address and code away by itself at the end, and offers no second order", async ({
    page,
    context,
  }) => {
    // Only what the page itself came with is left: neither its stream nor its reads get through.
    await context.route(/\/api\/orders\/[\w-]{60,}/, (route) => route.abort());
    await page.clock.install({ time: Date.now() });
    const email = freshEmail();
    await placeOrder(page, { path, email });
    await expectScene(page, "pay");
    const { wallet_address: address } = await orderOf(email);
    await comeToLife(page);
    await page.clock.fastForward(26 * 60_000);
    await expectScene(page, "verifying");
    await expect(page.getByTestId("payment-card")).toHaveCount(0);
    expect(await page.locator("main").innerHTML()).not.toContain(address);
    await expect(page.getByRole("link", { name: "Order again" })).toHaveCount(0);
  });
});

test("D18: after a sleep of forty minutes the page is right within two seconds of waking", async ({
  page,
}) => {
  await page.clock.install({ time: Date.now() });
  const email = freshEmail();
  await placeOrder(page, { path, email });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await move(email, "confirm");
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await page.clock.fastForward(40 * 60_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator('[data-scene="paid"]')).toBeVisible({ timeout: 2_000 });
});

test("F6: the page asks nobody but the shop and the seller's pictures for anything", async ({
  page,
  baseURL,
}) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await placeOrder(page, { path, email: freshEmail() });
  await expectScene(page, "pay");
  asked.delete("null");
  const allowed = new Set([new URL(baseURL ?? "").origin, process.env.SANDBOX_URL]);
  expect([...asked].filter((origin) => !allowed.has(origin))).toEqual([]);
});

test("G2, C4.14: no other page can show the payment in a frame", async ({ page }) => {
  const url = await placeOrder(page, { path, email: freshEmail() });
  const policy = (await page.request.get(url)).headers()["content-security-policy"];
  expect(policy).toContain("frame-ancestors 'none'");
});

test("C4.8: a code stands in no title, no address and no storage of the browser", async ({
  page,
}) => {
  const { code } = await buyCode(page, path);
  const kept = await page.evaluate(() =>
    JSON.stringify([document.title, location.href, { ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).not.toContain(code);
});

async function secondsLeft(page: Page): Promise<number> {
  const text = (await page.getByRole("timer").first().textContent()) ?? "";
  const [, minutes = "0", seconds = "0"] = /(\d+):(\d\d)/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test("three orders of a browser stream at once, and a fourth one polls and is right as well", async ({
  context,
}) => {
  const streams: Page[] = [];
  const emails: string[] = [];
  const tabs: Page[] = [];
  for (let count = 0; count < 4; count += 1) {
    const tab = await context.newPage();
    tab.on("request", (request) => {
      if (new URL(request.url()).pathname.endsWith("/subscribe")) streams.push(tab);
    });
    const email = freshEmail();
    await placeOrder(tab, { path, email });
    await expectScene(tab, "pay");
    emails.push(email);
    tabs.push(tab);
    await tab.waitForTimeout(1_000);
  }
  const [last, email] = [tabs.at(-1), emails.at(-1)];
  if (!last || !email) throw new Error("four tabs were opened");
  expect(new Set(streams)).toEqual(new Set(tabs.slice(0, 3)));
  await move(email, "confirm");
  await expectScene(last, "paid");
});
