import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  brandPageSchema,
  countryCatalogueSchema,
  paymentMethodSchema,
} from "@/lib/contract/catalog";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const client = new ShopClient();

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.control("DELETE", "faults"));

const json = async (path: string) => (await client.request(path)).json();

test("a country's brands have the documented shape, one entry each", async () => {
  const catalogue = countryCatalogueSchema.parse(await json("/api/catalog/US"));
  expect(catalogue.brands.length).toBeGreaterThan(800);
  expect(new Set(catalogue.brands.map(({ slug }) => slug)).size).toBe(catalogue.brands.length);
});

test("e-money is in no list and has no page", async () => {
  expect(JSON.stringify(await json("/api/catalog/US"))).not.toMatch(/openloop/i);
  expect((await client.request("/api/catalog/US/brands/openloop-prepaid")).status).toBe(404);
});

test("brands of one name are told apart by their ids, never by their position", async () => {
  const { brands } = countryCatalogueSchema.parse(await json("/api/catalog/US"));
  const colliding = brands.filter(({ slug }) => slug.startsWith("cartly"));
  expect(colliding.length).toBe(2);
  for (const { slug, brandId } of colliding) {
    expect(slug.endsWith(`-${brandId.replaceAll("-", "").slice(0, 6)}`), slug).toBe(true);
  }
});

test("a brand's page has products with prices in the coin that was asked for", async () => {
  const page = brandPageSchema.parse(await json("/api/catalog/US/brands/pixelforge?coin=BTC"));
  expect(page.products.length).toBeGreaterThan(3);
  expect(new Set(page.products.map(({ price }) => price?.coin))).toEqual(new Set(["BTC"]));
});

test("ways of paying say which are suspended and which tokens are known", async () => {
  const { methods } = (await json("/api/payment-methods")) as { methods: unknown[] };
  const parsed = methods.map((method) => paymentMethodSchema.parse(method));
  expect(parsed.some(({ networkSuspended }) => networkSuspended)).toBe(true);
  expect(parsed.find(({ coin, network }) => coin === "USDC" && network === "Base")).toMatchObject({
    verifiedToken: true,
  });
});

test("a value within a range has a price, and one outside is refused", async () => {
  const price = "/api/price?country=US&brand=example-stays&coin=USDC&value=";
  expect(await json(`${price}75`)).toMatchObject({ price: { coin: "USDC" } });
  for (const value of ["49", "501", "75.001", "1e2", "-5", ""]) {
    expect((await client.request(price + value)).status, value).toBe(400);
  }
});

describe("an address that leads nowhere is 404", () => {
  test.each(["/api/catalog/ZZ", "/api/catalog/usa", "/api/catalog/US/brands/no-such-brand"])(
    "%s",
    async (path) => {
      const reply = await client.request(path);
      expect(reply.status).toBe(404);
      expect(reply.headers.get("content-type")).toContain("application/problem+json");
      expect(reply.headers.get("cache-control")).toContain("no-store");
    },
  );
});

test("what was read once is served on while upstream is down, what was not is 503", async () => {
  await json("/api/catalog/DE");
  await upstream.control("POST", "faults", { endpoint: "all", kind: "status", status: 503 });
  expect((await client.request("/api/catalog/DE")).status).toBe(200);
  const fresh = await client.request("/api/catalog/FR");
  expect(fresh.status).toBe(503);
  expect(fresh.headers.get("cache-control")).toContain("no-store");
  expect(await fresh.json()).toMatchObject({ code: "upstream_unavailable" });
});

test("an unchanged answer is not sent twice", async () => {
  const first = await client.request("/api/catalog/US");
  const etag = first.headers.get("etag") ?? "";
  expect(etag).not.toBe("");
  const second = await client.request("/api/catalog/US", { headers: { "if-none-match": etag } });
  expect(second.status).toBe(304);
  expect(await second.text()).toBe("");
});

test("shared reads carry the shop's own constants, never a buyer's", async () => {
  await upstream.control("DELETE", "log");
  await client.request("/api/catalog/IT");
  const [entry] = await upstream.log();
  expect(entry?.headers).toMatchObject({ "x-forwarded-for": "192.0.2.1" });
  expect(entry?.headers["user-agent"]).not.toBe("Buyer/1.0");
});
