import { startDemo } from "../../scripts/start-demo";
import { placeOrder } from "./support/buy";
import { freshEmail } from "./support/sandbox";
import { test as base, expect, expectScene } from "./support/test";

type Demo = Awaited<ReturnType<typeof startDemo>>;

const path = "/en/us/pixelforge";

type Own = { demo: Demo; fault: (body: object) => Promise<void> };

// A shop of its own: what fails here must not fail under the other tests.
const test = base.extend<{ recover: () => Promise<void> }, Own>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner asks for a pattern here.
    async ({}, use) => {
      const demo = await startDemo({ shopPort: 0, sandboxPort: 0 });
      await use(demo);
      await demo.stop();
    },
    { scope: "worker" },
  ],
  fault: [
    async ({ demo }, use) => {
      await use(async (body) => {
        await fetch(`${demo.sandboxUrl}/__control/faults`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
      });
    },
    { scope: "worker" },
  ],
  recover: async ({ demo }, use) => {
    const recover = async () => {
      await fetch(`${demo.sandboxUrl}/__control/faults`, { method: "DELETE" });
    };
    await use(recover);
    await recover();
  },
  baseURL: async ({ demo }, use) => use(demo.shopUrl),
  // React reports the failed render of the server once more in the browser.
  expectedErrors: [[/status of (500|502|503)/, /React error #441/], { scope: "test" }],
});
test.describe.configure({ mode: "serial" });

test("what was read before stays on sale while upstream is down", async ({
  page,
  fault,
  recover: _,
}) => {
  await page.goto(path);
  await fault({ endpoint: "all", kind: "status", status: 503 });
  const reply = await page.goto(path);
  expect(reply?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "Pixelforge" })).toBeVisible();
});

test("a page that was never read says so in words, with another try, and recovers", async ({
  page,
  fault,
  recover,
}) => {
  await fault({ endpoint: "all", kind: "status", status: 503 });
  const reply = await page.goto("/en/fr");
  expect(reply?.status()).toBeGreaterThanOrEqual(500);
  expect(reply?.headers()["cache-control"]).toContain("no-store");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/Error:|at .*\.js/);
  await recover();
  await page
    .getByRole("button", { name: "Try again" })
    .or(page.getByRole("link", { name: "Try again" }))
    .click();
  await expect(
    page
      .locator("main")
      .getByRole("link", { name: /See all/ })
      .first(),
  ).toBeVisible();
});

test("checkout keeps what was typed when upstream does not answer", async ({
  page,
  fault,
  recover: _,
}) => {
  const email = freshEmail();
  await page.goto(path);
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await fault({ endpoint: "validations", kind: "status", status: 503 });
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByText("Nothing has been ordered", { exact: false })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
});

test("an order page keeps its last state when upstream goes silent, and says so on a reload", async ({
  page,
  fault,
  recover,
}) => {
  await placeOrder(page, { path, email: freshEmail() });
  await expectScene(page, "pay");
  await fault({ endpoint: "order", kind: "status", status: 503 });
  await fault({ endpoint: "subscribe", kind: "status", status: 503 });
  await page.waitForTimeout(4_000);
  await expectScene(page, "pay");
  await page.reload();
  await expect(page.getByTestId("order-unavailable")).toBeVisible();
  await recover();
  await page.reload();
  await expectScene(page, "pay");
});
