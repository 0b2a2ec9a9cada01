import { placeOrder } from "./support/buy";
import { readQr } from "./support/read-qr";
import { readyOffline } from "./support/ready-offline";
import { freshEmail, orderOf } from "./support/sandbox";
import { expect, test } from "./support/test";

const CODE = "7Q4F-91BD2C-00A7";

test("a code becomes a barcode on request, under the strict policy", async ({ page }) => {
  await page.goto("/en/demo/orders/done", { waitUntil: "networkidle" });
  await readyOffline(page);
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.getByTestId("reveal").click();
  await expect(page.getByTestId("code")).toHaveText(CODE);
  expect(scripts).toEqual([]);
  await page.getByTestId("show-picture").click();
  await expect(page.getByTestId("code-bars").locator("rect").nth(20)).toBeAttached();
  expect(scripts.length).toBeGreaterThan(0);
  const origin = new URL(page.url()).origin;
  expect(scripts.filter((url) => new URL(url).origin !== origin)).toEqual([]);
});

test("a gift card that is a link becomes a QR code with that very link", async ({ page }) => {
  await page.goto("/en/demo/orders/done-link", { waitUntil: "networkidle" });
  await page.getByTestId("reveal").click();
  await page.getByTestId("show-picture").click();
  const href = await page.getByTestId("code-link").getAttribute("href");
  expect(await readQr(page.getByTestId("pay-qr"))).toBe(href);
});

test("on paper there is the receipt alone, and no code", async ({ page }) => {
  await page.goto("/en/demo/orders/done", { waitUntil: "networkidle" });
  await page.getByTestId("reveal").click();
  await expect(page.getByTestId("code")).toBeVisible();
  const receipt = page.getByTestId("receipt");
  await expect(receipt).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(receipt).toBeVisible();
  await expect(page.locator("main")).toBeHidden();
  await expect(page.locator("header").first()).toBeHidden();
  await expect(page.getByTestId("demo-ribbon")).toBeHidden();
  for (const text of ["Kiosk", "Cryptorefills is the seller", "25.43 USDC", "Solana", "UTC"]) {
    await expect(receipt).toContainText(text);
  }
  expect(await receipt.innerText()).not.toContain(CODE);
});

test.describe("without a connection", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

  test("a reload shows address, amount and network until the deadline, and then none", async ({
    page,
    context,
  }) => {
    const email = freshEmail();
    await placeOrder(page, { path: "/en/us/pixelforge", email });
    const { wallet_address: address, coin_amount: amount } = await orderOf(email);
    await expect(page.getByTestId("payment-card")).toBeVisible();
    const kept = () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const requests = await Promise.all(
          names.map(async (name) => (await caches.open(name)).keys()),
        );
        return requests.flat().map(({ url }) => new URL(url).pathname);
      });
    await expect.poll(kept).toEqual(["/api/offline", "/offline.js", "/offline-codes.js"]);
    await readyOffline(page);
    // The catalogue has made all this ready before; the copy is made once this very page is alive.
    const copies = () => page.evaluate(() => Object.keys(localStorage).join());
    await expect.poll(copies).toContain("pay-copy.");

    await context.setOffline(true);
    await expect(page.getByTestId("pay-address")).toHaveText(address);
    await page.reload();
    await expect(page.locator("#address")).toHaveText(address);
    await expect(page.locator("#amount")).toHaveText(amount);
    await expect(page.locator("#network")).toHaveText("Solana");

    await page.evaluate(() => {
      for (const [key, value] of Object.entries({ ...localStorage })) {
        if (!key.startsWith("pay-copy.")) continue;
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), untilMs: Date.now() }));
      }
    });
    await expect(page.locator("#none")).toBeVisible();
    expect(await page.content()).not.toContain(address);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(address);

    await context.setOffline(false);
    await expect(page.getByTestId("payment-card")).toBeVisible();
    expect(await kept()).toEqual(["/api/offline", "/offline.js", "/offline-codes.js"]);
  });
});
