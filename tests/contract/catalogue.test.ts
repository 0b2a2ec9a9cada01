import { describe, expect, test } from "vitest";
import { brandsSchema } from "@/lib/cryptorefills/schemas/brand";
import { paymentViasSchema } from "@/lib/cryptorefills/schemas/payment-via";
import { brand, brands, CATEGORIES, KINDS } from "./samples/brands";
import * as vias from "./samples/payment-vias";
import { differences } from "./support/shape";
import { asList, asRecord, asText, type Json, pick, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

describe("GET /v3/payment_vias", () => {
  const read = () => upstream.read("/v3/payment_vias");

  test("answers with the recorded shape", async () => {
    expect(differences(await read(), vias.paymentVias)).toEqual([]);
  });

  test("the sample and the answer both survive the shop's schema without losing a network", async () => {
    for (const body of [vias.paymentVias, asList(await read())]) {
      const parsed = paymentViasSchema.parse(body);
      const count = (list: unknown) =>
        asList(list)
          .flatMap((via) => asList(via.currencies))
          .map((coin) => asList(coin.networks).length);
      expect(count(parsed)).toEqual(count(body));
      for (const coin of parsed.flatMap((via) => via.currencies)) {
        for (const network of coin.networks) {
          expect(network.threshold, `${coin.name} on ${network.name}`).toBeDefined();
        }
      }
    }
  });

  test("minimums are text and have up to 15 decimals", async () => {
    const wallet = pick(await read(), "name", "USER_WALLET");
    const solana = pick(pick(wallet.currencies, "name", "USDC").networks, "name", "Solana");
    expect(solana.threshold).toBe("0.562099175481640");
  });

  test("Lightning and stablecoins stand under the same payment via", async () => {
    const wallet = pick(await read(), "name", "USER_WALLET");
    const networks = (coin: string) =>
      asList(pick(wallet.currencies, "name", coin).networks).map(({ name }) => name);
    expect(networks("BTC")).toEqual(expect.arrayContaining(["Mainnet", "Lightning"]));
    expect(networks("USDC")).toEqual(
      expect.arrayContaining(["Solana", "Base", "Polygon (Matic)", "ETH Mainnet"]),
    );
  });

  test("TON's own coin goes by the name GRAM", async () => {
    const wallet = pick(await read(), "name", "USER_WALLET");
    expect(pick(pick(wallet.currencies, "name", "GRAM").networks, "name", "Ton")).toBeDefined();
    expect(asList(wallet.currencies).map(({ name }) => name)).not.toContain("TON");
  });

  test("tokens come with their contract, native coins without", async () => {
    const wallet = pick(await read(), "name", "USER_WALLET");
    const base = pick(pick(wallet.currencies, "name", "USDC").networks, "name", "Base");
    expect(base).toMatchObject({
      chain_id: 8453,
      smart_contract_engine: "EVM",
      smart_contract: { address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913", decimals: 6 },
    });
    const ether = pick(pick(wallet.currencies, "name", "ETH").networks, "name", "ETH Mainnet");
    expect(ether).not.toHaveProperty("smart_contract");
  });

  test("a coin, a network and a payment via are out of service, each in its own way", async () => {
    const answer = await read();
    const wallet = pick(answer, "name", "USER_WALLET");
    expect(pick(wallet.currencies, "name", "DOGE").is_suspended).toBe(true);
    const usdc = pick(wallet.currencies, "name", "USDC");
    expect(usdc.is_suspended).toBe(false);
    expect(pick(usdc.networks, "name", "Avalanche").is_suspended).toBe(true);
    expect(pick(usdc.networks, "name", "Base")).not.toHaveProperty("is_suspended");
    expect(pick(answer, "name", "GATE_PAY").available).toBe(false);
  });

  test("GET /v3/currencies has the same coins, in the recorded shape", async () => {
    const currencies = await upstream.read("/v3/currencies");
    expect(differences(currencies, vias.currencies)).toEqual([]);
    const wallet = pick(await read(), "name", "USER_WALLET");
    const names = (list: unknown) => asList(list).map(({ name }) => name);
    expect(names(currencies)).toEqual(names(wallet.currencies));
  });
});

describe("GET /v2/brands", () => {
  const read = async (country = "US") =>
    asRecord(await upstream.read(`/v2/brands?country_code=${country}`));
  const members = (body: Json) => asList(body.categories).flatMap((group) => asList(group.brands));

  test.each(["US", "TR", "DE", "ID"])("answers with the recorded shape in %s", async (country) => {
    const body = await read(country);
    expect(differences(body, brands)).toEqual([]);
    expect(asList(body.all_brands).length).toBeGreaterThan(0);
  });

  test("the sample and the answer both survive the shop's schema without losing a brand", async () => {
    for (const body of [brands, await read()]) {
      const parsed = brandsSchema.parse(body);
      expect(parsed.all_brands).toHaveLength(asList(body.all_brands).length);
      expect(parsed.popular_brands).toHaveLength(asList(body.popular_brands).length);
      expect(parsed.categories.flatMap((group) => group.brands)).toHaveLength(members(body).length);
      for (const { brand: name, logo_url, logo_base_url } of parsed.all_brands) {
        expect(logo_url, name).toBeDefined();
        if (body !== brands) expect(logo_base_url, name).toBeDefined();
      }
    }
  });

  test("without a country it is refused", async () => {
    expect((await upstream.get("/v2/brands")).status).toBe(400);
  });

  test("every brand stands in a category, and some in several", async () => {
    const body = await read();
    const ids = members(body).map((row) => row.brand_id);
    const all = asList(body.all_brands).map((row) => row.brand_id);
    expect(new Set(ids)).toEqual(new Set(all));
    expect(ids.length).toBeGreaterThan(all.length);
    expect(new Set(all).size).toBe(all.length);
  });

  test("kinds and categories are words that upstream has, or no category at all", async () => {
    const rows = asList((await read()).all_brands);
    for (const { kind, category } of rows) {
      expect(KINDS).toContain(kind);
      if (category !== null) expect(CATEGORIES).toContain(category);
    }
    expect(rows.filter(({ category }) => category === null).length).toBeGreaterThan(0);
  });

  test("some groups list no popular brands", async () => {
    const lengths = asList((await read()).categories).map(
      (group) => asList(group.popular_brands).length,
    );
    expect(lengths).toContain(0);
    expect(Math.max(...lengths)).toBeGreaterThan(0);
  });

  test("a family is not one brand", async () => {
    const family = asList((await read()).all_brands).filter((row) => row.family === "Tonewave");
    expect(family.map((row) => row.brand)).toEqual([
      "Tonewave Credits",
      "Tonewave Bundle",
      "Tonewave PIN",
    ]);
  });

  test("two brands differ only in a sign that no slug can hold", async () => {
    const rows = asList((await read()).all_brands);
    const one = pick(rows, "brand", "Cartly");
    const other = pick(rows, "brand", "Cartly+");
    expect(other.brand_id).not.toBe(one.brand_id);
    const slug = (row: Json) => asText(row.brand).toLowerCase().replace(/\W/g, "");
    expect(slug(other)).toBe(slug(one));
  });

  test("an eSIM counts as a mobile recharge, e-money is known only by its category", async () => {
    const rows = asList((await read()).all_brands);
    expect(pick(rows, "category", "e-sim").kind).toBe("mobile_recharge");
    expect(pick(rows, "category", "e-money").kind).toBe("giftcard");
  });

  test("the least and the most are texts for people: nothing can be calculated from them", async () => {
    const us = asList((await read()).all_brands);
    expect(pick(us, "brand", "Parcelport")).toMatchObject({ min: "$5", max: "$500" });
    expect(pick(us, "brand", "Roamly eSIM")).toMatchObject({
      min: "1 GB 3 days",
      max: "50 GB 90 days",
    });
    const tr = asList((await read("TR")).all_brands);
    expect(pick(tr, "brand", "Kumaş & Co")).toMatchObject({ min: "TRY100", max: "TRY5,000" });
  });

  test.each([
    ["bg_color", null],
    ["brand_tags", null],
    ["is_out_of_stock", true],
    ["additional_categories", undefined],
    ["product_type", "digital"],
  ])("some brand has %s: %s", async (key, value) => {
    const rows = asList((await read()).all_brands);
    expect(rows.some((row) => row[key] === value)).toBe(true);
    expect(rows.some((row) => row[key] !== value)).toBe(true);
  });
});

describe("GET /v2/homepage", () => {
  const read = (country: string) => upstream.read(`/v2/homepage?country_code=${country}`);

  test.each([
    ["US", "Popular"],
    ["TR", "Popüler"],
  ])("is titled rows of brands in %s", async (country, title) => {
    const sections = asList(asRecord(await read(country)).sections);
    expect(sections[0]).toMatchObject({ title });
    for (const section of sections) {
      expect(asList(section.brands).length).toBeGreaterThan(0);
      for (const row of asList(section.brands)) expect(differences(row, brand)).toEqual([]);
    }
  });

  test("is something that nobody knows in other countries, since its shape was never recorded", async () => {
    const shapes = await Promise.all(
      ["DE", "FR", "GB", "ES", "IT", "NL", "PL", "SE", "BR", "MX"].map(async (country) =>
        Object.keys(asRecord(await read(country))).join(),
      ),
    );
    expect(new Set(shapes)).toEqual(new Set(["", "sections", "widgets,version"]));
  });

  test("without a country it is refused", async () => {
    expect((await upstream.get("/v2/homepage")).status).toBe(400);
  });
});
