import { expect, test } from "vitest";
import { toCatalogue } from "@/lib/catalog/to-catalogue";
import { toHomeRows } from "@/lib/catalog/to-home-rows";
import { brandsSchema } from "@/lib/cryptorefills/schemas/brand";
import { shopSchema } from "@/lib/shop/schema";

const brand = (id: string, name: string, category: string | null, more = {}) => ({
  brand_id: id,
  brand: name,
  family: name,
  kind: "giftcard",
  category,
  logo_url: `https://cdn.cryptorefills.com/logos_v2/${id}.webp`,
  logo_base_url: `https://cdn.cryptorefills.com/logos_v2/${id}`,
  bg_color: "#112233",
  min: "$5",
  max: "$2,000",
  is_out_of_stock: false,
  ...more,
});

const shop = {
  ...shopSchema.parse({ name: "Shop" }),
  id: "default",
  url: "https://s.example",
  revision: "1",
};
const answer = (value: unknown) => brandsSchema.parse(value);
const catalogue = (value: unknown, of = shop) =>
  toCatalogue(answer(value), "US", of, "https://api.example");

const twoCategories = {
  country_code: "US",
  categories: [
    {
      kind: "giftcard",
      category: "games",
      brands: [brand("a", "Alpha", "games")],
      popular_brands: [],
    },
    { kind: "giftcard", category: null, brands: [brand("a", "Alpha", "retail"), { nonsense: 1 }] },
    { kind: "giftcard", category: "e-money", brands: [brand("m", "Moneycard", "e-money")] },
  ],
  all_brands: [
    brand("b", "Beta", "games", {
      logo_url: "https://evil.example/x.svg",
      logo_base_url: null,
      bg_color: "red",
    }),
  ],
  popular_brands: [brand("b", "Beta", "games"), brand("m", "Moneycard", "e-money")],
};

test("a brand in several categories is listed once, with all of them", () => {
  const { brands, categories } = catalogue(twoCategories);
  expect(brands.map(({ name }) => name)).toEqual(["Alpha", "Beta"]);
  expect(brands[0]?.categories).toEqual(["games", "retail"]);
  expect(categories).toContainEqual({ key: "games", kind: "giftcard", count: 2 });
});

test("e-money is absent unless the shop may sell it, also among the popular ones", () => {
  expect(catalogue(twoCategories).popularIds).toEqual(["b"]);
  const licensed = { ...shop, catalogue: { ...shop.catalogue, eMoney: true } };
  expect(catalogue(twoCategories, licensed).brands.map(({ name }) => name)).toContain("Moneycard");
});

test("E6: a logo from another host is not shown, and a strange colour is none", () => {
  const beta = catalogue(twoCategories).brands.find(({ name }) => name === "Beta");
  expect(beta?.logo).toEqual({});
});

test("an answer without anything is an empty catalogue", () => {
  expect(catalogue({}).brands).toEqual([]);
});

const base = catalogue({
  all_brands: ["a", "b", "c", "d"].map((id) => brand(id, `Brand ${id}`, "games")),
  popular_brands: [brand("c", "Brand c", "games")],
});
const member = (id: string) => ({ brand_id: id, brand: `Brand ${id}` });

test.each([
  ["titled rows", [{ title: "Trending", brands: [member("a"), member("b")] }], ["trending"]],
  ["an object of lists", { featured: [member("a"), member("b")] }, ["featured"]],
  [
    "deeply nested",
    { data: { blocks: [{ name: "Hot", items: { list: [member("a"), member("b")] } }] } },
    ["hot"],
  ],
  ["a flat list", [member("a"), member("b")], ["featured"]],
  [
    "two rows, one repeated",
    [
      { title: "X", b: [member("a"), member("b")] },
      { title: "X", b: [member("c"), member("d")] },
    ],
    ["x"],
  ],
  [
    "unknown brands among known ones",
    [{ label: "Mix", x: [member("a"), member("zz"), member("b")] }],
    ["mix"],
  ],
])("a feed of %s becomes rows", (_name, feed, keys) => {
  const rows = toHomeRows(feed, base);
  expect(rows.map(({ key }) => key)).toEqual(keys);
  expect(rows[0]?.brands.length).toBeGreaterThanOrEqual(2);
});

test.each([
  undefined,
  null,
  7,
  "x",
  [],
  {},
  [[[[[[[[[member("a")]]]]]]]]],
  { title: "One", x: [member("a")] },
])("a feed of %j falls back to popular brands and categories", (feed) => {
  expect(toHomeRows(feed, base).map(({ key }) => key)).toEqual(["popular", "games"]);
});
