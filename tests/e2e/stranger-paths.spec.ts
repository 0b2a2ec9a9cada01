import type { Browser, Page } from "@playwright/test";
import { placeOrder } from "./support/buy";
import { rawRequest } from "./support/raw-request";
import { freshEmail, move, orderOf, requestsFor } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";
const SUBREQUEST = "x-middleware-subrequest";

/** The addresses under which somebody may try to get at an order, past whatever guards its plain one. */
const FORMS: readonly ((reference: string) => string)[] = [
  (ref) => `/en/orders/${ref}`,
  (ref) => `/en/orders/${ref}/`,
  (ref) => `/en/orders/${ref}?_rsc=1`,
  (ref) => `/en/orders/${ref}.rsc`,
  (ref) => `/en/orders/${ref}.txt`,
  (ref) => `/en/orders/${ref}.json`,
  (ref) => `/en/orders/${ref}.segments/_tree.segment.rsc`,
  (ref) => `/en/orders/${ref}.segments/_full.segment.rsc`,
  (ref) => `/en/orders/${ref}.prefetch.rsc`,
  (ref) => `/en/orders/${ref}.`,
  (ref) => `/en/orders/${ref}%2E`,
  (ref) => `/en/orders/${ref}%20`,
  (ref) => `/en/orders/${ref}%00`,
  (ref) => `/en/orders/${ref};x=1`,
  (ref) => `/en/orders/./${ref}`,
  (ref) => `/en/orders/x/../${ref}`,
  (ref) => `/en/orders/%2e/${ref}`,
  (ref) => `/en/orders//${ref}`,
  (ref) => `//en/orders/${ref}`,
  (ref) => `/en//orders/${ref}`,
  (ref) => `/\\en/orders/${ref}`,
  (ref) => `/en%2Forders%2F${ref}`,
  (ref) => `/%65n/orders/${ref}`,
  (ref) => `/en/%6Frders/${ref}`,
  (ref) => `/EN/Orders/${ref}`,
  (ref) => `/tr/orders/${ref}`,
  (ref) => `/_next/data/build/en/orders/${ref}.json`,
  (ref) => `/_next/static/../../en/orders/${ref}`,
  (ref) => `/_next/static/..%2f..%2fen/orders/${ref}`,
  (ref) => `/api/orders/${ref}`,
  (ref) => `/api/orders/${ref}/`,
  (ref) => `/api/orders/${ref}.rsc`,
  (ref) => `/api//orders/${ref}`,
  (ref) => `/api/orders/${ref}%2F`,
  (ref) => `/api/orders/${ref}/subscribe`,
  (ref) => `/api/orders/${ref}/subscribe?_rsc=1`,
  (ref) => `/api/orders/x/../${ref}/subscribe`,
];

const HEADERS: readonly Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-url": "/en/orders", "next-router-state-tree": "%5B%22%22%5D" },
  { [SUBREQUEST]: "proxy" },
  { [SUBREQUEST]: "proxy:proxy:proxy:proxy:proxy" },
  { [SUBREQUEST]: "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-matched-path": "/en", "x-invoke-path": "/en", "x-middleware-rewrite": "/en" },
  { "x-nextjs-data": "1", "x-prerender-revalidate": "1", purpose: "prefetch" },
];

type Tried = { reference: string; secrets: string[]; orderId: string };

/** A delivered order of somebody, whose page is no longer open. */
async function deliveredOrder(page: Page): Promise<Tried> {
  const email = freshEmail();
  const url = await placeOrder(page, { path, email });
  await move(email, "deliver");
  await expectScene(page, "done");
  await page.getByTestId("reveal").click();
  const code = (await page.getByTestId("code").textContent()) ?? "";
  const { order_id: orderId, wallet_address } = await orderOf(email);
  const reference = new URL(url).pathname.split("/").at(-1) ?? "";
  await page.goto("about:blank");
  // The shop closes its own stream a moment after the last reader has left.
  await page.waitForTimeout(1_500);
  return { reference, orderId, secrets: [code, wallet_address, email, orderId] };
}

/** The cookies of a browser that has an order of its own. */
async function strangersCookies(browser: Browser, baseURL: string): Promise<string> {
  const other = await browser.newContext({ baseURL });
  await placeOrder(await other.newPage(), { path, email: freshEmail() });
  const jar = await other.cookies();
  await other.close();
  expect(jar.some(({ name }) => name.startsWith("op_"))).toBe(true);
  return jar.map(({ name, value }) => `${name}=${value}`).join("; ");
}

async function followed(port: number, asked: string, headers: Record<string, string>) {
  const host = `localhost:${port}`;
  let reply = await rawRequest({ port, host, path: asked, headers });
  for (let hops = 0; reply.headers.location && hops < 3; hops += 1) {
    const next = new URL(reply.headers.location, `http://${host}${asked}`);
    expect(next.host, asked).toBe(host);
    reply = await rawRequest({ port, host, path: next.pathname + next.search, headers });
  }
  return reply;
}

test("A1, G7: in whatever form a stranger asks for an order, the answer is 404 and upstream hears nothing", async ({
  page,
  browser,
  baseURL,
}) => {
  const { reference, secrets, orderId } = await deliveredOrder(page);
  const port = Number(new URL(baseURL ?? "").port);
  const cookie = await strangersCookies(browser, baseURL ?? "");
  const before = (await requestsFor(orderId)).length;
  for (const asStranger of [{}, { cookie }] as Record<string, string>[]) {
    for (const form of FORMS) {
      const asked = form(reference);
      await Promise.all(
        HEADERS.map(async (headers) => {
          const where = `${asked} ${JSON.stringify(headers)}`;
          const reply = await followed(port, asked, { ...headers, ...asStranger });
          expect([400, 404], `${where}: ${reply.status}`).toContain(reply.status);
          for (const secret of secrets) expect(reply.body.includes(secret), where).toBe(false);
        }),
      );
    }
  }
  expect((await requestsFor(orderId)).length).toBe(before);
});

test("A2: upstream's own number opens nothing, not even to the buyer", async ({ page }) => {
  const email = freshEmail();
  await placeOrder(page, { path, email });
  const { order_id } = await orderOf(email);
  for (const address of [
    `/api/orders/${order_id}`,
    `/api/orders/${order_id}/subscribe`,
    `/en/orders/${order_id}`,
  ]) {
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
});
