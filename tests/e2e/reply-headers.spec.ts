import { readdirSync } from "node:fs";
import { Buyer } from "../chaos/support/buyer";
import { type OwnShop, startOwnShop } from "./support/own-shop";
import { expect, test } from "./support/test";

const EVERYWHERE = [
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /no-referrer$|strict-origin-when-cross-origin$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["permissions-policy", /camera=\(\)/],
  ["strict-transport-security", /max-age=31536000/],
] as const;
const NOWHERE = ["x-powered-by", "x-middleware-rewrite", "server"];
const PRICE = "/api/price?country=US&brand=parcelport&coin=USDC&value=75";

type Asked = { path: string; status: number; method?: string; body?: string; type?: string };

let shop: OwnShop;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  shop = await startOwnShop({ LIMIT_PRICE: "1/60", SETUP_TOKEN: "a-token-that-nobody-here-has" });
});
test.afterAll(() => shop.stop());

function check(headers: Record<string, string>, where: string): void {
  for (const [name, value] of EVERYWHERE) expect(headers[name], `${where}: ${name}`).toMatch(value);
  for (const name of NOWHERE) expect(headers[name], `${where}: ${name}`).toBeUndefined();
  if (/html|svg/.test(headers["content-type"] ?? "")) {
    expect(headers["content-security-policy"], where).toBeDefined();
  }
}

async function ask(
  { path, status, method = "GET", body, type = "application/json" }: Asked,
  at: OwnShop = shop,
) {
  const headers = { origin: at.shopUrl, "content-type": type };
  const reply = await at.ask(path, { method, headers, ...(body === undefined ? {} : { body }) });
  const where = `${method} ${path}`;
  expect(reply.status, where).toBe(status);
  check(reply.headers, where);
}

const get = (status: number, ...paths: string[]): Asked[] =>
  paths.map((path) => ({ path, status }));

test("G6: every reply has its headers, errors and files too, and none says what made it", async () => {
  const chunk = readdirSync(".next/static/chunks").find((name) => name.endsWith(".js"));
  const asks: Asked[] = [
    ...get(200, "/en", "/en/us", "/en/us/pixelforge", "/en/checkout", "/en/orders", "/en/gift"),
    ...get(200, "/en/demo/orders", "/en/embed/us", "/api/catalog/US", "/api/offline"),
    ...get(200, "/api/openapi.json", "/api/health/live", "/api/health/ready", "/robots.txt"),
    ...get(200, "/llms.txt", "/sitemap.xml", "/sw.js", "/embed.js", "/offline.js"),
    ...get(200, "/flags/us.svg", "/icon.svg", "/favicon.ico", "/icons/192.png", "/og.png"),
    ...get(200, "/manifest.webmanifest", `/_next/static/chunks/${chunk}`, PRICE),
    ...get(307, "/", "/embed?country=US"),
    ...get(308, "//en/us", "/en/us/"),
    ...get(401, "/setup"),
    ...get(404, "/nothing", "/en/us/none", "/en/orders/none", "/api/none", "/api/orders/none"),
    ...get(404, "/_next/static/chunks/none.js", "/_next/image?url=x&w=640&q=75"),
    ...get(404, "/%E0%A4%A", "/en/us/%ff", "/en/orders/%E0%A4%A", "/api/orders/%"),
    ...get(404, "/api/metrics", "/flags/zz.svg"),
    { path: "/en/us", method: "TRACE", status: 400 },
    { path: "/api/orders", method: "PUT", status: 405 },
    { path: "/api/orders", method: "POST", body: "{}", status: 403 },
    { path: "/api/orders/validations", method: "POST", body: "{}", status: 400 },
    { path: "/api/orders/validations", method: "POST", type: "text/plain", status: 415 },
    { path: "/api/orders/validations", method: "POST", body: "x".repeat(70_000), status: 413 },
    ...get(429, PRICE),
  ];
  expect(asks.length).toBeGreaterThan(40);
  for (const asked of asks) await ask(asked);
});

test("G6: so has the stream of an order", async () => {
  const buyer = new Buyer(shop.shopUrl);
  const { body } = await buyer.order(await buyer.cart());
  const { reference } = body.order as { reference: string };
  const leave = new AbortController();
  const reply = await fetch(`${shop.shopUrl}/api/orders/${reference}/subscribe`, {
    headers: buyer.headers(),
    signal: leave.signal,
  });
  expect(reply.headers.get("content-type")).toContain("text/event-stream");
  check(Object.fromEntries(reply.headers), "a stream");
  leave.abort();
});

test("G6: so have the errors of a shop without its upstream", async () => {
  // One that has read nothing yet, so that there is nothing old to show.
  const bare = await startOwnShop();
  try {
    await bare.control("POST", "faults", { endpoint: "all", kind: "status", status: 503 });
    await ask({ path: "/en/nz/pixelforge", status: 500 }, bare);
    await ask({ path: "/api/catalog/NZ", status: 503 }, bare);
  } finally {
    await bare.stop();
  }
});
