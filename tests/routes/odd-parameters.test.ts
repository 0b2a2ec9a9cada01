import { afterAll, beforeAll, expect, test } from "vitest";
import { isCountryCode } from "@/lib/catalog/countries";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const client = new ShopClient();

beforeAll(async () => {
  upstream = await startUpstream({ LIMIT_READ: "100000/60", LIMIT_PRICE: "100000/60" });
});
afterAll(() => upstream.close());

/** Always the same thousand, among them every two letters and longer and stranger ones. */
function strangeCodes(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const pairs = letters.flatMap((one) => letters.map((two) => one + two));
  const longer = Array.from({ length: 600 }, (_unused, number) => `${number}x${number * 7919}`);
  const odd = ["", " ", "us ", "USA", "U", "%55S", "U\u0000S", "ＵＳ", "ßß", "__proto__", "U/S"];
  return [...pairs, ...longer, ...odd].filter((code) => !isCountryCode(code.toUpperCase()));
}

const cacheReads = async (): Promise<string> => {
  const { measuredText } = await import("@/lib/telemetry/metrics");
  return (measuredText().match(/^shop_cache_reads_total.*$/gm) ?? []).join("\n");
};

test("C9: a thousand countries that are none are 404, cost upstream nothing and leave nothing behind", async () => {
  await client.request("/api/catalog/US");
  await client.request("/api/payment-methods");
  await upstream.control("DELETE", "log");
  const before = await cacheReads();
  const codes = strangeCodes();
  expect(codes.length).toBeGreaterThan(1_000);
  for (const code of codes) {
    const country = encodeURIComponent(code) || "%20";
    for (const path of [
      `/api/catalog/${country}`,
      `/api/catalog/${country}/home`,
      `/api/catalog/${country}/search-index`,
      `/api/catalog/${country}/brands/pixelforge`,
    ]) {
      expect((await client.request(path)).status, path).toBe(404);
    }
  }
  expect(await upstream.log()).toEqual([]);
  // Nothing was even looked up, so nothing can have been kept.
  expect(await cacheReads()).toBe(before);
}, 20_000);

test("C9: a coin or a language that nobody has is no key of a cache either", async () => {
  await client.request("/api/catalog/US/brands/pixelforge");
  await upstream.control("DELETE", "log");
  for (let number = 0; number < 300; number += 1) {
    const coin = await client.request(`/api/catalog/US/brands/pixelforge?coin=C${number}`);
    expect(coin.status).toBe(400);
    const lang = await client.request(`/api/catalog/US/brands/pixelforge?lang=x${number}`);
    expect(lang.status).toBe(200);
  }
  expect(await upstream.log()).toEqual([]);
});
