import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { makeShops } from "../support/shops-folder";
import { startRedis } from "./support/redis";
import { startShop } from "./support/start-shop";

const PAGES = [
  "/en",
  "/en/us",
  "/en/us/browse",
  "/en/us/pixelforge",
  "/en/us/blockworlds",
  "/en/terms",
  "/en/no/such/page",
  "/api/catalog/US",
  "/api/catalog/US/home",
  "/api/catalog/US/search-index",
  "/api/payment-methods",
  "/sitemaps/en/us.xml",
  "/manifest.webmanifest",
  "/llms.txt",
  "/icon.svg",
];
const BEFORE = { name: "Alderkiosk", theme: { light: { brand: "#123abc" } } };
const AFTER = {
  name: "Birchbazaar",
  theme: { light: { brand: "#0a5c36" } },
  catalogue: { hiddenBrands: ["blockworlds"] },
  payment: { hiddenCoins: ["BTC"] },
};

const sandbox = createSandbox({ stepMs: 20 });
let redis: Awaited<ReturnType<typeof startRedis>>;
let start: (config: object) => ReturnType<typeof startShop>;

beforeAll(async () => {
  const upstream = (await sandbox.listen(0)).url;
  redis = await startRedis();
  start = (config) =>
    startShop({
      upstream,
      siteUrl: "http://localhost:3999",
      env: {
        REDIS_URL: redis.url,
        SHOPS_DIR: makeShops({ default: { "shop.json": config } }),
        LIMIT_READ: "5000/60",
      },
    });
});
afterAll(async () => {
  await redis?.kill();
  await sandbox.close();
});

/** Everything that an instance answers, read twice, so that what it keeps is among it. */
async function readAll({ url }: { url: string }): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const path of [...PAGES, ...PAGES]) read.set(path, await (await fetch(url + path)).text());
  return read;
}

test("an instance with a changed shop.json shows nothing of what another keeps of the old one", async () => {
  const old = await start(BEFORE);
  const before = await readAll(old);
  expect(before.get("/en/us")).toContain(BEFORE.name);
  expect(before.get("/en/us/blockworlds")).toContain("Blockworlds");
  expect(before.get("/api/payment-methods")).toContain("BTC");

  const changed = await start(AFTER);
  const after = await readAll(changed);
  for (const [path, text] of after) {
    expect(text.includes(BEFORE.name), `${BEFORE.name} in ${path}`).toBe(false);
    expect(text.includes(BEFORE.theme.light.brand), `the old colour in ${path}`).toBe(false);
  }
  expect(after.get("/en/us")).toContain(AFTER.name);
  for (const path of ["/api/catalog/US", "/api/catalog/US/search-index", "/sitemaps/en/us.xml"]) {
    expect(before.get(path), path).toMatch(/blockworlds/i);
    expect(after.get(path), path).not.toMatch(/blockworlds/i);
  }
  expect((await fetch(`${changed.url}/en/us/blockworlds`)).status).toBe(404);
  expect(after.get("/api/payment-methods")).not.toContain("BTC");

  // Nor does the old one take over what the new one has written.
  const again = await readAll(old);
  for (const path of PAGES) expect(again.get(path)?.includes(AFTER.name), path).toBe(false);
  await Promise.all([old.stop(), changed.stop()]);
});
