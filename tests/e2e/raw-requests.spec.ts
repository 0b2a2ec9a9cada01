import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { NASTY_IDS } from "../support/nasty-ids";
import { crawl } from "./support/crawl";
import { type OwnShop, startOwnShop } from "./support/own-shop";
import { expect, test } from "./support/test";

const PARTNER = "partner-sentinel-4711";
let shop: OwnShop;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  shop = await startOwnShop({
    PARTNER_ID: PARTNER,
    LIMIT_READ: "5000/60",
    LIMIT_REVEAL: "5000/60",
    LIMIT_SUBSCRIBE: "5000/60",
    LIMIT_ORDERS: "5000/60",
    LIMIT_PRICE: "5000/60",
    LIMIT_VALIDATIONS: "5000/60",
    LIMIT_ACCESS: "5000/60",
  });
});
test.afterAll(() => shop.stop());

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());

test("C3: the partner ID is in no file, page, payload or error that a browser can get", async () => {
  const files = [...filesIn(".next/static"), ...filesIn("public")];
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const text = readFileSync(file, "latin1");
    for (const word of [PARTNER, "PARTNER_ID", "x-cr-application", "ORDER_SECRET"]) {
      expect(text.toLowerCase().includes(word.toLowerCase()), `${word} in ${file}`).toBe(false);
    }
  }
  const pages = await crawl(shop.port, shop.host, ["/en/us/pixelforge", "/en/demo/orders"]);
  expect(pages.size).toBeGreaterThan(60);
  const payloads = await Promise.all(
    ["/en/us", "/en/us/browse", "/en/us/pixelforge"].map((path) =>
      shop.ask(`${path}?_rsc=1`, { headers: { rsc: "1" } }),
    ),
  );
  await shop.control("POST", "faults", { endpoint: "all", kind: "garbage" });
  const errors = await Promise.all(
    ["/en/de/x", "/api/catalog/DE", "/en/tr"].map((path) => shop.ask(path)),
  );
  await shop.control("DELETE", "faults");
  for (const reply of [...pages.values(), ...payloads, ...errors]) {
    expect(JSON.stringify(reply).toLowerCase()).not.toContain(PARTNER);
  }
  expect((await shop.asked()).some(({ headers }) => headers["x-cr-application"] === PARTNER)).toBe(
    true,
  );
});

test("C4: no spelling of an id reaches upstream as a path", async () => {
  await shop.control("DELETE", "log");
  const spellings = NASTY_IDS.flatMap((id) => [encodeURIComponent(id), encodeURI(id)]).concat([
    "..",
    "..%2F..%2Fv2%2Fbrands",
    "..%252F..%252Fv2%252Fbrands",
    "%2e%2e/%2e%2e/v2/brands",
    "..\\..\\v2\\brands",
    "x?y=/v2/brands",
    "x%3Fy",
    "x%23y",
    "%00",
  ]);
  for (const id of new Set(spellings)) {
    for (const rest of ["", "/subscribe", "/reveal"]) {
      const method = rest === "/reveal" ? "POST" : "GET";
      const path = `/api/orders/${id}${rest}`;
      const reply = await shop.ask(path, { method, headers: { origin: shop.shopUrl } });
      expect([308, 400, 404, 405], `${method} ${path.slice(0, 80)}: ${reply.status}`).toContain(
        reply.status,
      );
    }
  }
  const orders = (await shop.asked()).filter(({ path }) => /orders|v2/.test(path));
  expect(orders).toEqual([]);
});

/** Two hundred addresses below /api that somebody may try, always the same. */
function guesses(): string[] {
  const heads = [
    "v1",
    "v2",
    "v5",
    "admin",
    "internal",
    "proxy",
    "graphql",
    "users",
    "debug",
    "env",
  ];
  const tails = [
    "",
    "/orders",
    "/brands",
    "/login",
    "/..%2f..%2fv5%2forders",
    "/config.json",
    "/1",
  ];
  const upstream = [
    "v2/payment_vias",
    "v5/brands",
    "v5/orders",
    "v5/orders/1",
    "v3/qrs/1",
    "v5/price",
  ];
  const beside = [
    "orders/a/b",
    "orders/a/reveal/b",
    "orders/a/pay",
    "orders/access/x",
    "orders/validations/x",
    "catalog",
    "catalog/US/x",
    "catalog/US/brands",
    "catalog/US/brands/a/b",
    "health",
    "health/x",
    "rpc",
    "rpc/ethereum",
    "price/x",
    "demo",
    "demo/orders",
    "openapi.yaml",
    "Orders",
    "ORDERS",
    "metrics/x",
  ];
  const deep = Array.from(
    { length: 110 },
    (_unused, number) => `${"x/".repeat(number % 7)}${(number * 7919).toString(36)}`,
  );
  const all = heads.flatMap((head) => tails.map((tail) => head + tail));
  return [...new Set([...all, ...upstream, ...beside, ...deep])].map((path) => `/api/${path}`);
}

test("C5: of two hundred guessed addresses below /api none answers, and upstream hears of none", async () => {
  const paths = guesses();
  expect(paths.length).toBeGreaterThanOrEqual(200);
  await shop.control("DELETE", "log");
  for (const path of paths) {
    for (const method of ["GET", "POST"]) {
      const reply = await shop.ask(path, { method, headers: { origin: shop.shopUrl } });
      expect([404, 405], `${method} ${path}: ${reply.status}`).toContain(reply.status);
    }
  }
  expect(await shop.asked()).toEqual([]);
});
