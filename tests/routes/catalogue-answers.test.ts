import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import {
  brandPageSchema,
  countryCatalogueSchema,
  homeRowSchema,
  priceQuoteSchema,
} from "@/lib/contract/catalog";
import { peerHeader } from "@/lib/http/peer-header";
import { forgetUpstream } from "../support/forget-upstream";
import { ShopClient, startUpstream } from "../support/shop-client";

const KEPT = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
const PRICE = "/api/price?country=US&brand=example-stays&coin=USDC&value=";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const client = new ShopClient();

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("DELETE", "faults");
  await upstream.control("DELETE", "log");
});

const homeSchema = z.object({ country: z.string(), rows: z.array(homeRowSchema) });
const pathsAsked = async () => (await upstream.log()).map(({ path }) => path);

describe("what all may see may be kept by every cache:", () => {
  test.each([
    "/api/catalog/US",
    "/api/catalog/US/home",
    "/api/catalog/US/brands/pixelforge",
    "/api/payment-methods",
  ])("%s", async (path) => {
    const reply = await client.request(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe(KEPT);
    expect(reply.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(reply.headers.getSetCookie()).toEqual([]);
    const etag = reply.headers.get("etag") ?? "";
    for (const known of [etag, etag.replace("W/", ""), `"other", ${etag}`]) {
      const again = await client.request(path, { headers: { "if-none-match": known } });
      expect(again.status, known).toBe(304);
      expect(again.headers.get("etag")).toBe(etag);
      expect(again.headers.get("cache-control")).toBe(KEPT);
    }
    const other = await client.request(path, { headers: { "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
  });
});

test("two buyers get the same bytes, and upstream is told of neither", async () => {
  const texts = await Promise.all(
    ["203.0.113.1", "203.0.113.2"].map(async (ip) => {
      const headers = { [peerHeader()]: ip, "user-agent": `Agent of ${ip}` };
      return (await new ShopClient().request("/api/catalog/CA", { headers })).text();
    }),
  );
  expect(texts[0]).toBe(texts[1]);
  expect(await pathsAsked()).toEqual(["/v2/brands"]);
  expect(JSON.stringify(await upstream.log())).not.toContain("203.0.113.");
});

test("a country's home has rows of brands that its catalogue sells", async () => {
  const { rows } = homeSchema.parse(await (await client.request("/api/catalog/US/home")).json());
  expect(rows.length).toBeGreaterThan(2);
  const { brands } = countryCatalogueSchema.parse(
    await (await client.request("/api/catalog/US")).json(),
  );
  const sold = new Set(brands.map(({ slug }) => slug));
  for (const row of rows) {
    expect(row.brands.length).toBeGreaterThan(0);
    for (const { slug } of row.brands) expect(sold.has(slug), slug).toBe(true);
  }
});

test("a home feed that says nothing known is made from the catalogue", async () => {
  for (const country of ["GB", "ES", "PT", "NL", "SE", "PL"]) {
    const reply = await client.request(`/api/catalog/${country}/home`);
    const { rows } = homeSchema.parse(await reply.json());
    expect(rows.length, country).toBeGreaterThan(0);
  }
});

test("a country may be written in either case, and is always answered in capitals", async () => {
  const lower = countryCatalogueSchema.parse(
    await (await client.request("/api/catalog/tr")).json(),
  );
  expect(lower.country).toBe("TR");
});

test("a brand's texts are in the language asked for, and caches are told of it", async () => {
  const ask = (query: string, headers: Record<string, string> = {}) =>
    client.request(`/api/catalog/US/brands/pixelforge${query}`, { headers });
  const texts = async (reply: Response) =>
    JSON.stringify(brandPageSchema.parse(await reply.json()).redemption);
  const english = await ask("");
  expect(english.headers.get("vary")).toBe("Accept-Language, Accept-Encoding");
  const turkish = await texts(await ask("?lang=tr"));
  expect(turkish).not.toBe(await texts(english));
  expect(await texts(await ask("", { "accept-language": "tr" }))).toBe(turkish);
});

test("a hostile text of upstream arrives as blocks of words, never as markup", async () => {
  const reply = await client.request("/api/catalog/US/brands/wildscript-games");
  const text = await reply.text();
  brandPageSchema.parse(JSON.parse(text));
  expect(text).not.toMatch(/<script|<img|onerror|javascript:/i);
});

describe("a coin that nobody can pay with is the caller's mistake, and costs no call:", () => {
  test.each(["NOCOIN", "usdc", "x", "US DC", "A".repeat(40), ""])("%j", async (coin) => {
    await client.request("/api/payment-methods");
    await upstream.control("DELETE", "log");
    const asked = encodeURIComponent(coin);
    for (const path of [
      `/api/catalog/US/brands/pixelforge?coin=${asked}`,
      `/api/price?country=US&brand=example-stays&value=75&coin=${asked}`,
    ]) {
      const reply = await client.request(path);
      expect(reply.status, path).toBe(400);
      expect(await reply.json()).toMatchObject({ code: "bad_request" });
    }
    expect(await upstream.log()).toEqual([]);
  });
});

test("a thousand names of no brand cost upstream nothing", async () => {
  await client.request("/api/catalog/US");
  await upstream.control("DELETE", "log");
  for (const slug of ["nothing", "../US", "pixelforge%20", "PIXELFORGE", "__proto__", "browse"]) {
    const path = `/api/catalog/US/brands/${encodeURIComponent(slug)}`;
    expect((await client.request(path)).status, slug).toBe(404);
  }
  expect(await upstream.log()).toEqual([]);
});

describe("a live price", () => {
  test("is the buyer's own call, shared for a moment, and kept by no cache", async () => {
    await client.request(`${PRICE}60`);
    await upstream.control("DELETE", "log");
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => client.request(`${PRICE}61`)),
    );
    for (const reply of replies) {
      expect(reply.headers.get("cache-control")).toBe("private, no-store");
      expect(priceQuoteSchema.parse(await reply.json())).toMatchObject({
        faceValue: { amount: "61", currency: "USD" },
        price: { coin: "USDC" },
      });
    }
    const asked = await upstream.log();
    expect(asked.map(({ path }) => path)).toEqual(["/v4/products/price"]);
    expect(asked[0]?.headers["x-forwarded-for"]).toBe("203.0.113.7");
  });

  test.each([
    ["a country that is none", "/api/price?country=ZZ&brand=x&coin=USDC&value=5", 404],
    ["a brand that is none", "/api/price?country=US&brand=nobody&coin=USDC&value=5", 404],
    ["a brand without a range", "/api/price?country=US&brand=pixelforge&coin=USDC&value=20", 400],
    ["nothing at all", "/api/price", 404],
  ])("of %s is refused", async (_name, path, status) => {
    const reply = await client.request(path);
    expect(reply.status).toBe(status);
    expect(await pathsAsked()).not.toContain("/v4/products/price");
  });

  test("that upstream cannot tell is an outage, and the next try asks anew", async () => {
    await upstream.control("POST", "faults", { endpoint: "price", kind: "garbage", times: 1 });
    const reply = await client.request(`${PRICE}62`);
    expect(reply.status).toBe(503);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await client.request(`${PRICE}62`)).status).toBe(200);
  });
});

describe("a first read that fails is a refusal that nobody keeps, and the next one is whole, after", () => {
  test.each([
    ["a failure", "NO", { kind: "status", status: 500 }, 503],
    ["a broken connection", "FI", { kind: "reset" }, 503],
    ["an answer that is no JSON", "DK", { kind: "garbage" }, 503],
    ["an answer without end", "CZ", { kind: "oversize" }, 503],
    ["a redirect", "HU", { kind: "redirect" }, 503],
    ["a limit", "RO", { kind: "rate-limit", retryAfter: 4 }, 429],
  ])("%s", async (_name, country, fault, status) => {
    await upstream.control("POST", "faults", { endpoint: "brands", ...fault });
    const reply = await client.request(`/api/catalog/${country}`);
    expect(reply.status).toBe(status);
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(Number(reply.headers.get("retry-after"))).toBe(status === 429 ? 4 : 10);
    expect(reply.headers.has("etag")).toBe(false);
    await upstream.control("DELETE", "faults");
    forgetUpstream();
    expect((await client.request(`/api/catalog/${country}`)).status).toBe(200);
  });
});

test("what is too old is served on while upstream is down, and is new again after", async () => {
  const ask = async () => (await client.request("/api/catalog/BE")).status;
  expect(await ask()).toBe(200);
  await upstream.control("POST", "faults", { endpoint: "all", kind: "status", status: 503 });
  await upstream.control("DELETE", "log");
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 10 * 60_000);
  expect(await ask()).toBe(200);
  await expect.poll(pathsAsked, { timeout: 3_000 }).toHaveLength(3);
  expect(await ask()).toBe(200);
  vi.setSystemTime(Date.now() + 60_000);
  await upstream.control("DELETE", "faults");
  await upstream.control("DELETE", "log");
  expect(await ask()).toBe(200);
  await expect.poll(pathsAsked, { timeout: 3_000 }).toEqual(["/v2/brands"]);
  vi.useRealTimers();
});

test("a failure that passes is never seen, for reads are asked again", async () => {
  const brief = { endpoint: "brands", kind: "status", status: 502, times: 1 };
  await upstream.control("POST", "faults", brief);
  expect((await client.request("/api/catalog/AT")).status).toBe(200);
  expect(await pathsAsked()).toEqual(["/v2/brands", "/v2/brands"]);
});

test("ten first readers at once make one call", async () => {
  await Promise.all(Array.from({ length: 10 }, () => client.request("/api/catalog/CH")));
  expect(await pathsAsked()).toEqual(["/v2/brands"]);
});

test("the offline page holds nothing of anybody and may run nothing from elsewhere", async () => {
  const [english, turkish] = await Promise.all(
    ["en", "tr"].map((lang) => client.request(`/api/offline?lang=${lang}`)),
  );
  const text = await english?.text();
  expect(text).toMatch(/^<!doctype html>/i);
  expect(await turkish?.text()).not.toBe(text);
  const arabic = await (await client.request("/api/offline?lang=ar")).text();
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toContain('<bdi id="address" dir="ltr">');
  expect(english?.headers.get("content-type")).toContain("text/html");
  expect(english?.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  expect(english?.headers.get("vary")).toBe("Accept-Language");
  expect(text).not.toContain(client.cookies.get("buyer"));
  expect(await upstream.log()).toEqual([]);
});
