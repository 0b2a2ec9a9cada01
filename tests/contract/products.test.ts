import { describe, expect, test } from "vitest";
import {
  priceSchema,
  productGroupSchema,
  productGroupsSchema,
} from "@/lib/cryptorefills/schemas/product";
import { price as priceSample, productGroup } from "./samples/products";
import { differences } from "./support/shape";
import { asList, asRecord, asText, type Json, pick, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

const ask = (query: Record<string, string>, country = "US") =>
  upstream.get(`/v5/products/country/${country}?${new URLSearchParams(query)}`);

async function groupsOf(query: Record<string, string>, country = "US"): Promise<Json[]> {
  const { status, body } = await ask({ coin: "USDC", lang: "en", ...query }, country);
  expect(status).toBe(200);
  return asList(body);
}

async function groupOf(brand: string, more: Record<string, string> = {}, country = "US") {
  const [group] = await groupsOf({ brand_name: brand, ...more }, country);
  return asRecord(group);
}

const productsOf = async (brand: string, more: Record<string, string> = {}, country = "US") =>
  asList((await groupOf(brand, more, country)).products);

describe("GET /v5/products/country/{cc}", () => {
  test("the first 150 brands of three countries have the recorded shape and lose no product in the shop's schema", {
    timeout: 30_000,
  }, async () => {
    let seen = 0;
    for (const country of ["US", "TR", "DE"]) {
      const { all_brands } = asRecord(await upstream.read(`/v2/brands?country_code=${country}`));
      for (const { brand } of asList(all_brands).slice(0, 50)) {
        const group = await groupOf(asText(brand), {}, country);
        expect(differences(group, productGroup), asText(brand)).toEqual([]);
        const parsed = productGroupSchema.parse(group);
        expect(parsed.products).toHaveLength(
          group.products === null ? 0 : asList(group.products).length,
        );
        for (const [index, product] of parsed.products.entries()) {
          const row = asList(group.products)[index];
          expect(product.range !== undefined).toBe(row?.is_dynamic);
          expect(product.coin_amount !== undefined).toBe(typeof row?.coin_amount === "string");
          if (row?.benefits) expect(product.benefits).toHaveLength(asList(row.benefits).length);
        }
        seen += 1;
      }
    }
    expect(seen).toBe(150);
  });

  test("the sample survives the shop's schema with both of its products", () => {
    const [group] = productGroupsSchema.parse([productGroup]);
    expect(group?.products.map(({ is_dynamic }) => is_dynamic)).toEqual([false, true]);
    expect(group?.products[0]).toMatchObject({ denomination: "10 USD", coin_amount: "11.31" });
    expect(group?.rich_description?.term_and_conditions).toBe("<p>No refunds.</p>");
  });

  test("without a brand or a family it is refused", async () => {
    expect((await ask({ coin: "USDC" })).status).toBe(400);
  });

  test("an unknown family is an empty list, not an error", async () => {
    expect(await ask({ family_name: "nobody", coin: "USDC" })).toMatchObject({
      status: 200,
      body: [],
    });
  });

  test("names are found whatever the case of their letters", async () => {
    expect((await groupOf("pixelFORGE")).brand).toBe("Pixelforge");
  });

  test("a family answers with all its brands", async () => {
    const brands = (await groupsOf({ family_name: "tonewave" })).map(({ brand }) => brand);
    expect(brands).toEqual(["Tonewave Credits", "Tonewave Bundle", "Tonewave PIN"]);
  });

  test("a range has no denomination and no price, only limits as numbers", async () => {
    const group = await groupOf("Example Stays");
    expect(group.default_denomination).toBe("");
    const [row] = asList(group.products);
    expect(row).not.toHaveProperty("denomination");
    expect(row).not.toHaveProperty("coin_amount");
    expect(row?.range).toEqual({
      min: 50,
      max: 500,
      currency: "USD",
      step_size: 1,
      default: "500.0",
    });
  });

  test("the default of a range may lie above its most", async () => {
    const [row] = await productsOf("Blockworlds");
    expect(row?.range).toMatchObject({ max: 200, default: "500.0" });
  });

  test("the face value of ranges comes in three shapes", { timeout: 30_000 }, async () => {
    const shapes = new Set<string>();
    const { all_brands } = asRecord(await upstream.read("/v2/brands?country_code=US"));
    for (const { brand } of asList(all_brands).slice(0, 80)) {
      for (const row of asList((await groupOf(asText(brand))).products ?? [])) {
        if (row.is_dynamic !== true) continue;
        const amount = asRecord(asRecord(row.face_value).amount);
        shapes.add(`${Object.keys(amount).join()} ${typeof amount.min}`);
      }
    }
    expect(shapes).toEqual(
      new Set(["type,min,max string", "type,min,max object", "type,minimum,maximum undefined"]),
    );
  });

  test("a brand may list null for its products, or none", async () => {
    expect((await groupOf("Nullable Mobile")).products).toBeNull();
    expect((await groupOf("Emptyhall")).products).toEqual([]);
  });

  test("a product may have no price", async () => {
    const prices = (await productsOf("Quietshelf Books")).map((row) => row.coin_amount);
    expect(prices).toEqual([expect.any(String), null]);
  });

  test.each([
    ["Pixelforge", "US", "20 USD"],
    ["Pixelforge", "DE", "44.99 EUR"],
    ["Funkfix PIN", "DE", "5 EUR - PIN"],
    ["Roamly eSIM", "US", "10 GB 30 days"],
    ["Roamly eSIM", "US", "Unlimited 3 days"],
    ["Pazarım", "TR", "250 TRY"],
  ])(
    "denominations are words of the supplier: %s in %s has “%s”",
    async (brand, country, wanted) => {
      const denominations = (await productsOf(brand, {}, country)).map((row) => row.denomination);
      expect(denominations).toContain(wanted);
    },
  );

  test("the way of delivery belongs to the product, not to the brand's kind", async () => {
    const ways = async (brand: string) =>
      new Set((await productsOf(brand)).map((row) => row.delivery_type));
    expect(await ways("Tonewave Credits")).toEqual(new Set(["by_phone"]));
    expect(await ways("Tonewave PIN")).toEqual(new Set(["by_email"]));
    expect(await ways("Roamly eSIM")).toEqual(new Set(["by_email"]));
    expect(await ways("Brightgrid Power")).toEqual(new Set(["by_account"]));
    expect(await ways("Pixelforge")).toEqual(new Set(["by_email"]));
  });

  test("a top-up says what arrives, as a number and in its currency", async () => {
    const [row] = await productsOf("Anadolu Hat", {}, "TR");
    expect(row?.local_currency).toEqual({ code: "TRY", amount: { type: "fixed", price: 150 } });
  });

  test("a plan without limit holds -1, as a number or in an object", async () => {
    const base = async (brand: string) => {
      const row = pick(await productsOf(brand), "denomination", "Unlimited 3 days");
      return asRecord(asList(row.benefits)[0]?.amount).base;
    };
    expect(await base("Roamly eSIM")).toBe(-1);
    expect(await base("Tonewave Bundle")).toEqual({ type: "fixed", amount: -1 });
  });

  test("prices are text with as many digits as the coin needs", async () => {
    const digits = async (coin: string) => {
      const rows = await productsOf("Pixelforge", { coin });
      return Math.max(...rows.map((row) => asText(row.coin_amount).split(".")[1]?.length ?? 0));
    };
    expect(await digits("USDC")).toBe(2);
    expect(await digits("BTC")).toBe(8);
    expect(await digits("ETH")).toBe(15);
  });

  test("the margin is irregular: between 1 and 16 per cent, and not the same for two products", async () => {
    const margins = (await productsOf("Pixelforge")).map((row) => {
      const face = Number.parseFloat(asText(row.denomination));
      return Number(row.coin_amount) / face - 1;
    });
    expect(new Set(margins.map((margin) => margin.toFixed(3))).size).toBeGreaterThan(2);
    expect(Math.min(...margins)).toBeGreaterThan(0.005);
    expect(Math.max(...margins)).toBeLessThan(0.165);
  });

  test("the label of the payment method follows from the coin and promises no network", async () => {
    expect((await productsOf("Pixelforge"))[0]?.payment_method).toBe("USDC-MATIC");
    expect((await productsOf("Pixelforge", { coin: "BTC" }))[0]?.payment_method).toBe("BTC");
  });

  test.each(["en", "tr", "de", "es", "fr", "pt"])("descriptions exist in %s", async (lang) => {
    const text = asRecord((await groupOf("Pixelforge", { lang })).rich_description);
    expect(text.locale).toBe(lang);
    const english = asRecord((await groupOf("Pixelforge")).rich_description);
    expect(text.description === english.description).toBe(lang === "en");
  });

  test("in a language without texts, and for some brands in any, the description is null", async () => {
    expect((await groupOf("Pixelforge", { lang: "fa" })).rich_description).toBeNull();
    expect((await groupOf("Quietshelf Books")).rich_description).toBeNull();
  });

  test("the country of a description is a code, empty or null", async () => {
    const { all_brands } = asRecord(await upstream.read("/v2/brands?country_code=US"));
    const found = new Set<unknown>();
    for (const { brand } of asList(all_brands).slice(0, 40)) {
      const text = (await groupOf(asText(brand))).rich_description;
      if (text !== null) found.add(asRecord(text).country_code);
    }
    expect(found).toEqual(new Set(["US", "", null]));
  });

  test("somebody's description is an attack in every field", async () => {
    const text = asRecord((await groupOf("Wildscript Games")).rich_description);
    expect(text.description).toMatch(/<script>.*onload=/s);
    expect(text.how_to_redeem).toMatch(/href="javascript:.*<iframe/s);
    expect(text.term_and_conditions).toMatch(/<style>.*<form/s);
    expect(text.note).toContain("</body>");
    expect(text.redeem_geo).toContain("<script>");
  });

  test("ways to redeem may repeat or be missing, and a promotion may come along", async () => {
    expect((await groupOf("Pixelforge")).redeem_method).toEqual(["Online", "InStore", "Online"]);
    expect((await groupOf("Tonewave Credits")).redeem_method).toEqual([]);
    expect(await groupOf("Northbean Coffee")).toHaveProperty("promotion");
    expect(await groupOf("Pixelforge")).not.toHaveProperty("promotion");
  });
});

describe("GET /v4/products/price", () => {
  const read = (query: Record<string, string>) =>
    upstream.get(
      `/v4/products/price?${new URLSearchParams({
        brand_name: "Example Stays",
        country_code: "US",
        face_value: "100",
        coin: "USDC",
        ...query,
      })}`,
    );

  test("is the range with a price, in the recorded shape", async () => {
    const { status, body } = await read({});
    expect(status).toBe(200);
    expect(differences(body, priceSample)).toEqual([]);
    expect(body).toMatchObject({ is_dynamic: true, coin_amount: "101.48" });
  });

  test("the sample and the answer parse with the shop's schema", async () => {
    expect(priceSchema.parse(priceSample).coin_amount).toBe("101.48");
    expect(priceSchema.parse((await read({})).body).coin_amount).toBe("101.48");
  });

  test("in bitcoin it has eight decimals", async () => {
    const { body } = await read({ coin: "BTC", face_value: "25" });
    expect(asRecord(body).coin_amount).toMatch(/^0\.\d{8}$/);
  });

  test("it has neither the face value nor an expiry", async () => {
    const { body } = await read({});
    expect(Object.keys(asRecord(body)).filter((key) => /face|expir|valid/.test(key))).toEqual([]);
  });

  test.each([
    ["an unknown brand", { brand_name: "Nobody" }, 404],
    ["a brand without range", { brand_name: "Pixelforge" }, 404],
    ["a value that is no number", { face_value: "ten" }, 400],
  ])("%s is refused", async (_name, query, status) => {
    expect((await read(query)).status).toBe(status);
  });
});
