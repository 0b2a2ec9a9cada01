import { expect, test } from "vitest";
import { slugify, slugsOf } from "@/lib/catalog/slugs";

test.each([
  ["Amazon.com", "amazon-com"],
  ["İstanbul Kart", "istanbul-kart"],
  ["Çiçek & Şıkırdım", "cicek-sikirdim"],
  ["Café “Zoé”", "cafe-zoe"],
  ["  --  ", ""],
])("%s is %s in a URL", (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

const brand = (id: string, name: string) => ({ id, name });

test("a name that stands alone is its slug", () => {
  expect([...slugsOf([brand("aaaaaa-1", "Cartly")]).values()]).toEqual(["cartly"]);
});

test("in a collision every member gets the head of its id, whatever the order", () => {
  const one = brand("11111111-2222", "Cartly");
  const two = brand("99999999-2222", "Cartly+");
  const forward = slugsOf([one, two]);
  const backward = slugsOf([two, one]);
  expect(forward.get(one.id)).toBe("cartly-111111");
  expect(forward.get(two.id)).toBe("cartly-999999");
  expect(new Map([...backward].sort())).toEqual(new Map([...forward].sort()));
});

test("a name of a page or of no letters counts as a collision", () => {
  expect(slugsOf([brand("abcdef12", "Browse")]).get("abcdef12")).toBe("browse-abcdef");
  expect(slugsOf([brand("abcdef12", "京东")]).get("abcdef12")).toBe("brand-abcdef");
});
