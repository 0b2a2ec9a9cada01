import type { BrowserContext, Page, Response } from "@playwright/test";
import { placeOrder } from "./support/buy";
import { buyCode } from "./support/buy-code";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";
/** Asked for on purpose: codes for the buyer, and the number for the seller's support. */
const ON_PURPOSE = /\/(?:reveal|order-number)$/;

type Exchange = { url: string; sent: string; headers: string; body: string };

/** Everything that this browser asks for and is answered. */
function listen(context: BrowserContext): () => Promise<Exchange[]> {
  const exchanges: Promise<Exchange>[] = [];
  context.on("response", (response) => {
    const request = response.request();
    const isStream = new URL(response.url()).pathname.endsWith("/subscribe");
    exchanges.push(
      (async () => ({
        url: response.url(),
        sent: `${request.postData() ?? ""}${JSON.stringify(request.headers())}`,
        // What the worker asks for has no end here, and reaches the page as an answer of its own.
        headers: JSON.stringify(
          request.serviceWorker() ? response.headers() : await response.allHeaders(),
        ),
        // A stream has no end; what it says stands in the page, which is looked at as well.
        body: isStream || request.serviceWorker() ? "" : await bodyOf(response),
      }))(),
    );
  });
  return () => Promise.all(exchanges);
}

/** An answer that was cut off when its page was left may never end. */
async function bodyOf(response: Response): Promise<string> {
  const cut = new Promise<string>((resolve) => setTimeout(resolve, 5_000, ""));
  return Promise.race([response.text().catch(() => ""), cut]);
}

async function storages(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const found = await cache.match(request);
        kept.push(request.url, await found?.text());
      }
    }
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        kept.push(all.result);
      }
    }
    return JSON.stringify(kept);
  });
}

test("A2: upstream's number is in no page, answer, address, cookie or storage of a whole purchase", async ({
  page,
  context,
}) => {
  const exchanges = listen(context);
  const { url, order } = await buyCode(page, path);
  const payload = await page.request.get(url, { headers: { RSC: "1" } });
  const jar = await context.cookies();
  const all = (await exchanges()).filter((one) => !ON_PURPOSE.test(new URL(one.url).pathname));
  expect(all.length).toBeGreaterThan(30);
  expect(all.some(({ url: asked }) => asked.includes("/api/orders/"))).toBe(true);
  const decoded = jar.map(({ name, value }) => {
    const text = Buffer.from(value, "base64url").toString("latin1");
    return `${name} ${value} ${decodeURIComponent(value)} ${text}`;
  });
  const places = {
    exchanges: JSON.stringify(all),
    document: await page.content(),
    payload: await payload.text(),
    cookies: decoded.join("\n"),
    storages: await storages(page),
    history: page.url(),
  };
  for (const secret of [order.order_id, order.order_id.replaceAll("-", "")]) {
    for (const [place, text] of Object.entries(places)) {
      expect(text.includes(secret), place).toBe(false);
    }
  }
});

test("A4: pages and answers with an order are kept by nobody, and go into no referrer", async ({
  page,
}) => {
  const { url } = await buyCode(page, path);
  const reference = new URL(url).pathname.split("/").at(-1);
  for (const address of [url, "/en/checkout", "/en/orders", `/api/orders/${reference}`]) {
    const headers = (await page.request.get(address)).headers();
    expect(headers["cache-control"], address).toContain("no-store");
    expect(headers["referrer-policy"], address).toMatch(/(?:^|, )no-referrer$/);
  }
});

test.describe("an order that was forgotten", () => {
  test.use({ expectedErrors: [/status of 404|ERR_CACHE_MISS/] });

  test("A4: is not there when its buyer goes back, and no cache has a copy", async ({ page }) => {
    const { code, url } = await buyCode(page, path);
    const forget = page.getByRole("button", { name: "Forget this order" });
    await forget.click();
    await page.getByRole("dialog").getByRole("button", { name: "Forget", exact: false }).click();
    await page.waitForURL("**/en/orders");
    await page.goBack();
    await expect(page.getByLabel("E-mail of the order")).toBeVisible();
    expect(page.url()).toBe(url);
    expect(await page.content()).not.toContain(code);
    expect(await storages(page)).not.toContain(code);
    const fromCache = await page.evaluate(async (address) => {
      const init = { cache: "only-if-cached", mode: "same-origin" } as const;
      return fetch(address, init).then(
        ({ status }) => status,
        () => "none",
      );
    }, url);
    // Chromium answers 504 for what its cache does not hold.
    expect(["none", 504]).toContain(fromCache);
  });
});

test("A6: a shown code asks nobody but the shop and the seller's pictures for anything", async ({
  page,
  context,
  baseURL,
}) => {
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  const { code } = await buyCode(page, path);
  await page.waitForLoadState("networkidle").catch(() => {});
  const elsewhere = asked.filter((url) => {
    const { origin, protocol } = new URL(url);
    const own = origin === new URL(baseURL ?? "").origin || origin === process.env.SANDBOX_URL;
    return !own && protocol !== "data:" && protocol !== "blob:";
  });
  expect(elsewhere).toEqual([]);
  // Pictures of a code are drawn here: none is fetched, from whatever host.
  for (const url of asked) {
    expect(url).not.toMatch(/barcode|\/qrs?\//i);
    expect(url).not.toContain(code);
  }
});

test("A8: neither code nor e-mail stays in a storage of the browser", async ({ page }) => {
  const { code, email, order } = await buyCode(page, path);
  await expect(page.getByTestId("code")).toBeVisible();
  for (const address of [page.url(), "/en/orders", "/en/us"]) {
    await page.goto(address);
    const kept = await storages(page);
    expect(kept.length).toBeGreaterThan(20);
    for (const secret of [code, email, order.order_id]) expect(kept).not.toContain(secret);
  }
});

test("A8: while an order waits to be paid, its e-mail is in no storage either", async ({
  page,
}) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  await expectScene(page, "pay");
  expect(await storages(page)).not.toContain(email);
  await move(email, "deliver");
  await expectScene(page, "done");
  expect(await storages(page)).not.toContain(email);
});
