import { expect, test } from "vitest";
import { categoryName } from "@/lib/i18n/category-name";

const WORDS = { games: "Oyunlar", water: "Su" };

test.each([
  ["games", "Oyunlar"],
  ["water_postpaid", "Su"],
  ["new_kind-of_thing", "New kind of thing"],
  // Every object has a member of this name, and it is no name of a category.
  ["constructor", "Constructor"],
])("upstream's category %s is called %s", (key, name) => {
  expect(categoryName(key, WORDS)).toBe(name);
});
