import fc from "fast-check";
import { expect, test } from "vitest";
import { toHomeRows } from "@/lib/catalog/to-home-rows";
import type { BrandCard } from "@/lib/contract/catalog";

const card = (name: string, category = "games") =>
  ({
    brandId: name,
    slug: name,
    name,
    category,
    categories: [category],
    outOfStock: name === "gone",
  }) as unknown as BrandCard;

const catalogue = {
  brands: ["a", "b", "c", "gone"].map((name) => card(name)),
  categories: [{ key: "games", kind: "giftcard", count: 4 }],
  popularIds: ["c", "a"],
} as unknown as Parameters<typeof toHomeRows>[1];

const like = (...names: string[]) => names.map((name) => ({ brand_id: name, brand: name }));
const read = (feed: unknown) =>
  toHomeRows(feed, catalogue).map(({ key, brands }) => [key, brands.map(({ name }) => name)]);

const FALLBACK = [
  ["popular", ["c", "a"]],
  ["games", ["a", "b", "c"]],
];

test.each([
  ["a list of brands", like("a", "b"), [["featured", ["a", "b"]]]],
  ["a list of rows", [{ title: "New in", brands: like("b", "c") }], [["new-in", ["b", "c"]]]],
  [
    "rows by name",
    {
      rows: {
        one: { name: "Top", items: like("a", "b") },
        two: { label: "Sale", list: like("b", "c") },
      },
    },
    [
      ["top", ["a", "b"]],
      ["sale", ["b", "c"]],
    ],
  ],
  [
    "rows deep inside",
    { data: { page: { sections: [{ title: "Deep", content: { x: like("a", "c") } }] } } },
    [["deep", ["a", "c"]]],
  ],
  [
    "banners between the rows",
    [{ banner: "x.png" }, { title: "Row", brands: like("a", "b") }, null, 7],
    [["row", ["a", "b"]]],
  ],
  [
    "a brand that is twice in a row",
    { title: "Twice", brands: like("a", "a", "b") },
    [["twice", ["a", "b"]]],
  ],
])("%s becomes rows", (_name, feed, rows) => {
  expect(read(feed)).toEqual(rows);
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["an empty list", []],
  ["a text", "<html>maintenance</html>"],
  ["a number", 42],
  ["rows of brands that are not sold here", [{ title: "Row", brands: like("x", "y") }]],
  ["a row of one brand", [{ title: "Row", brands: like("a") }]],
  ["a row of what is sold out", [{ title: "Row", brands: like("gone", "a") }]],
])("%s leaves popular brands and categories", (_name, feed) => {
  expect(read(feed)).toEqual(FALLBACK);
});

test("whatever upstream sends, there are rows of brands that are sold here", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (feed) => {
      expect(read(feed)).toEqual(FALLBACK);
    }),
  );
});
