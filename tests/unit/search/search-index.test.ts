import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { beforeAll, describe, expect, test } from "vitest";
import type { BrandCard } from "@/lib/contract/catalog";
import { buildSearchIndex } from "@/lib/search/build-index";
import { SEARCH_OPTIONS, type SearchEntry } from "@/lib/search/search-options";
import { brandWorld } from "@/sandbox/data/brands";

const card = (name: string, more: Partial<BrandCard> = {}): BrandCard => ({
  slug: name.toLowerCase().replaceAll(" ", "-"),
  name,
  family: name,
  kind: "giftcard",
  category: "games",
  categories: ["games"],
  logo: {},
  outOfStock: false,
  deliversTo: "email",
  brandId: name,
  tags: [],
  ...more,
});

const WORDS = {
  categoryName: (key: string) => ({ games: "Oyun", travel_flights: "Uçak bileti" })[key] ?? key,
  kindName: (kind: string) => ({ giftcard: "Hediye kartı", topup: "Kontör" })[kind] ?? kind,
};

const BRANDS = [
  card("Pixelforge"),
  card("Pazarım"),
  card("Kumaş & Co", { family: "Northwind" }),
  card("Example Stays", { categories: ["travel_flights"] }),
  card("Tonewave Credits", { kind: "mobile_recharge", categories: ["mobile"] }),
  card("Boğaz Mobil"),
  card("Cartly+"),
];

let index: MiniSearch<SearchEntry>;
const find = (query: string) => index.search(query).map(({ name }) => String(name));

beforeAll(() => {
  const json = buildSearchIndex(BRANDS, WORDS);
  index = MiniSearch.loadJSON<SearchEntry>(json, SEARCH_OPTIONS);
});

describe("a brand is found", () => {
  test.each([
    ["by the beginning of its name", "pix", "Pixelforge"],
    ["with one wrong letter", "pixelforfe", "Pixelforge"],
    ["with one letter too few", "pixlforge", "Pixelforge"],
    ["with two letters exchanged", "toenwave", "Tonewave Credits"],
    ["without its marks", "pazarim", "Pazarım"],
    ["in capitals of another language", "PAZARIM", "Pazarım"],
    ["by a word in the middle of its name", "stays", "Example Stays"],
    ["by its family", "northwind", "Kumaş & Co"],
    ["by the category in the reader's language", "uçak", "Example Stays"],
    ["by the category in upstream's language", "flights", "Example Stays"],
    ["by its kind in the reader's language", "kontör", "Tonewave Credits"],
    ["by two words of different fields", "boğaz oyun", "Boğaz Mobil"],
    ["by a sign that is part of its name", "cartly+", "Cartly+"],
  ])("%s: %s", (_how, query, name) => {
    expect(find(query)[0]).toBe(name);
  });

  test("and nothing that is something else", () => {
    expect(find("zzzzzz")).toEqual([]);
    expect(find("pixelforge oyun zzzz")).toEqual([]);
    expect(find("  ")).toEqual([]);
  });

  test("a name comes before a category", () => {
    const brands = [card("Alpha"), card("Oyunkale")];
    index = MiniSearch.loadJSON<SearchEntry>(buildSearchIndex(brands, WORDS), SEARCH_OPTIONS);
    expect(find("oyun")[0]).toBe("Oyunkale");
  });
});

test("the index of nine hundred brands is at most sixty kilobytes on its way", () => {
  const brands = brandWorld(1)("US").map(({ name, category }, at) =>
    card(name, {
      slug: `${at}-${name.toLowerCase()}`,
      categories: category === null ? [] : [category],
    }),
  );
  expect(brands.length).toBeGreaterThan(850);
  const size = gzipSync(buildSearchIndex(brands, WORDS)).length;
  expect(size).toBeLessThan(60 * 1024);
});
