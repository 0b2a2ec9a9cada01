import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findCountry } from "@/app/[shop]/[locale]/[country]/find-country";
import { loadCheckout, parseCheckoutQuery } from "@/app/[shop]/[locale]/checkout/load-checkout";
import type { HomeRow } from "@/lib/contract/catalog";
import { allShops, shopSegment } from "@/lib/shop/current";
import { type Body, giftCard, lineFor, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";
import { makeShops } from "../support/shops-folder";

const STRICT = "http://strict.localhost:3000";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const free = new ShopClient();
const strict = new ShopClient(STRICT);

beforeAll(async () => {
  upstream = await startUpstream({
    STRICT_PARTNER_ID: "partner-strict",
    SHOPS_DIR: makeShops({
      default: { "shop.json": { name: "Free" } },
      strict: {
        "shop.json": {
          name: "Strict",
          url: STRICT,
          partnerIdEnv: "STRICT_PARTNER_ID",
          defaults: { country: "DE" },
          catalogue: {
            countries: ["US", "DE"],
            kinds: ["giftcard"],
            hiddenBrands: ["pixelforge"],
            hiddenCategories: ["travel"],
            featuredBrands: ["streamhaus", "northbean-coffee"],
          },
          payment: { hiddenCoins: ["BTC"], networks: ["Solana", "Tron"] },
          acquisition: { utmSource: "strict-shop", utmMedium: "web" },
        },
      },
    }),
  });
});
afterAll(() => upstream.close());
beforeEach(() => upstream.control("POST", "reset"));

const json = async <T>(client: ShopClient, path: string) =>
  (await (await client.request(path)).json()) as T;
type Brands = { brands: { slug: string; kind: string; categories: string[] }[] };

test("the list of a country holds only what the shop sells", async () => {
  const all = (await json<Brands>(free, "/api/catalog/US")).brands;
  const { brands } = await json<Brands>(strict, "/api/catalog/US");
  expect(brands.length).toBeGreaterThan(100);
  expect(brands.length).toBeLessThan(all.length);
  expect(new Set(brands.map(({ kind }) => kind))).toEqual(new Set(["giftcard"]));
  expect(brands.some(({ categories }) => categories.includes("travel"))).toBe(false);
  expect(brands.some(({ slug }) => slug === "pixelforge")).toBe(false);
});

test("the start page opens with the brands that the shop features, and shows none that it hides", async () => {
  const { rows } = await json<{ rows: HomeRow[] }>(strict, "/api/catalog/US/home");
  expect(rows[0]?.key).toBe("featured");
  expect(rows[0]?.brands.map(({ slug }) => slug)).toEqual(["streamhaus", "northbean-coffee"]);
  expect(JSON.stringify(rows)).not.toMatch(/pixelforge|"travel"/i);
  const others = await json<{ rows: HomeRow[] }>(free, "/api/catalog/US/home");
  expect(JSON.stringify(others.rows)).toMatch(/pixelforge/i);
});

describe("what the shop does not sell is not there, by whatever way it is asked for", () => {
  test.each([
    "/api/catalog/TR",
    "/api/catalog/TR/home",
    "/api/catalog/TR/brands/pixelforge",
    "/api/catalog/US/brands/pixelforge",
    "/api/catalog/US/brands/example-stays",
    "/api/price?country=US&brand=example-stays&coin=USDC&value=75",
    "/api/price?country=TR&brand=parcelport&coin=USDC&value=75",
  ])("%s", async (path) => {
    await upstream.control("DELETE", "log");
    expect((await strict.request(path)).status).toBe(404);
    const asked = (await upstream.log()).map((entry) => entry.path);
    expect(asked.filter((place) => /products|price/.test(place))).toEqual([]);
  });

  test("a coin that is not taken has no price", async () => {
    const path = "/api/catalog/US/brands/streamhaus?coin=";
    expect((await strict.request(`${path}USDC`)).status).toBe(200);
    expect((await strict.request(`${path}BTC`)).status).toBe(400);
    expect((await free.request(`${path}BTC`)).status).toBe(200);
  });

  test("pages find neither its countries nor its brands", async () => {
    const shop = allShops().find(({ id }) => id === "strict");
    if (!shop) throw new Error("there is no strict shop");
    const page = (country: string) =>
      findCountry({ shop: shopSegment(shop), locale: "en", country }).country?.code;
    expect([page("us"), page("tr")]).toEqual(["US", undefined]);
    const checkout = async (country: string, slug: string) =>
      (await loadCheckout(shop, "en", parseCheckoutQuery({ c: country, b: slug, d: "20 USD" })))
        .kind;
    expect(await checkout("US", "pixelforge")).toBe("gone");
    await upstream.control("DELETE", "log");
    expect(await checkout("TR", "pixelforge")).toBe("gone");
    expect((await upstream.log()).filter(({ path }) => path.includes("brands"))).toEqual([]);
  });
});

test("ways of paying are those that the shop takes", async () => {
  type Methods = { methods: { coin: string; network: string }[] };
  const ways = (await json<Methods>(strict, "/api/payment-methods")).methods;
  expect(new Set(ways.map(({ network }) => network))).toEqual(new Set(["Solana", "Tron"]));
  expect(ways.some(({ coin }) => coin === "BTC")).toBe(false);
  const all = (await json<Methods>(free, "/api/payment-methods")).methods;
  expect(all.length).toBeGreaterThan(ways.length);
});

describe("an order that the rules forbid is refused before upstream hears of it", () => {
  let allowed: Body;
  beforeEach(async () => {
    const body = await giftCard(free);
    const lines = [await lineFor(free, "streamhaus", { denomination: "15 USD" })];
    allowed = { ...body, lines, payment: { ...body.payment, network: "Solana" } } as Body;
  });
  const check = async (change: object) => {
    await upstream.control("DELETE", "log");
    const reply = await strict.post("/api/orders/validations", { ...allowed, ...change });
    const sent = (await upstream.log()).filter(({ path }) => path.includes("/v5/orders"));
    const { ok, problems } = (await reply.json()) as {
      ok?: boolean;
      problems?: { code: string }[];
    };
    return {
      status: reply.status,
      ok,
      codes: problems?.map(({ code }) => code),
      sent: sent.length,
    };
  };
  const create = async (change: object) => {
    const acceptedPrice = { amount: "999", coin: "USDC" };
    const reply = await strict.post(
      "/api/orders",
      { ...allowed, ...change, acceptedPrice },
      { "idempotency-key": randomUUID() },
    );
    expect(await upstream.orders()).toEqual([]);
    return reply.status;
  };

  test("the order itself would go through", async () => {
    expect(await check({})).toEqual({ status: 200, ok: true, codes: [], sent: 1 });
  });

  test.each([
    ["a network", { network: "Base" }],
    ["a network in other capitals", { network: "BASE" }],
    ["a coin", { coin: "BTC", network: "Solana" }],
    ["a coin in other capitals", { coin: "btc", network: "Solana" }],
  ])("%s that is not taken", async (_name, payment) => {
    const change = { payment: { ...allowed.payment, ...payment } };
    const refused = { status: 200, ok: false, codes: ["not_allowed_payment_via"], sent: 0 };
    expect(await check(change)).toEqual(refused);
    expect(await create(change)).toBe(422);
  });

  test.each([
    ["a hidden brand", "US", "pixelforge", "20 USD"],
    ["a hidden category", "US", "example-stays", undefined],
    ["a country that is not sold in", "TR", undefined, undefined],
  ])("%s", async (_name, country, slug, denomination) => {
    type Row = { slug: string; brandId: string };
    const { brands } = await json<{ brands: Row[] }>(free, `/api/catalog/${country}`);
    const brand = slug === undefined ? brands[0] : brands.find((row) => row.slug === slug);
    const chosen = denomination === undefined ? { value: "75" } : { denomination };
    const beneficiary = "buyer@example.com";
    const line = { brand: brand?.slug, brandId: brand?.brandId, country, beneficiary, ...chosen };
    const change = { lines: [line] };
    expect(await check(change)).toMatchObject({ status: 409, sent: 0 });
    expect(await create(change)).toBe(409);
  });

  test("every call is made with the shop's own partner ID, and an order says where it comes from", async () => {
    await upstream.control("DELETE", "log");
    const acceptedPrice = await (async () => {
      const reply = await strict.post("/api/orders/validations", allowed);
      return ((await reply.json()) as { total: object }).total;
    })();
    const key = { "idempotency-key": randomUUID() };
    const reply = await strict.post("/api/orders", { ...allowed, acceptedPrice }, key);
    expect(reply.status).toBe(201);
    const log = await upstream.log();
    expect(new Set(log.map(({ headers }) => headers["x-cr-application"]))).toEqual(
      new Set(["partner-strict"]),
    );
    const sent = log.find(({ method, path }) => method === "POST" && path === "/v5/orders");
    expect(sent?.body).toMatchObject({
      acquisition: { utm_source: "strict-shop", utm_medium: "web" },
    });
    await upstream.control("DELETE", "log");
    await priceOf(free, allowed);
    const partners = (await upstream.log()).map(({ headers }) => headers["x-cr-application"]);
    expect(new Set(partners)).toEqual(new Set(["partner-sentinel-4711"]));
  });
});
