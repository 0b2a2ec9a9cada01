import { expect, test } from "vitest";
import { frameInternalPath, frameTarget } from "@/lib/embed/frame-target";
import { shopSchema } from "@/lib/shop/schema";

const config = shopSchema.parse({
  name: "Acme",
  defaults: { country: "DE" },
  catalogue: { hiddenCountries: ["FR"] },
});
const shop = { ...config, id: "acme", url: "https://acme.shop", revision: "1" };
const target = (query: string) =>
  frameTarget({ shop, asked: new URLSearchParams(query), fallback: "en" });

test.each([
  ["", "/en/embed/de"],
  ["lang=tr&country=us&brand=air-one&theme=dark", "/tr/embed/us/air-one?theme=dark"],
  ["lang=tr-TR", "/tr/embed/de"],
  ["lang=xx", "/en/embed/de"],
  ["lang=//evil.example", "/en/embed/de"],
  ["country=fr", "/en/embed/de"],
  ["country=zz", "/en/embed/de"],
  ["brand=../../orders", "/en/embed/de"],
  ["brand=%2F%2Fevil", "/en/embed/de"],
  ["theme=neon", "/en/embed/de"],
  ["theme=light%22%3E", "/en/embed/de"],
])("%s leads to %s", (query, path) => {
  expect(target(query)).toBe(path);
});

test.each([
  ["/en/embed/us/x", "theme=dark", "/embedded/acme~1/en/dark/us/x"],
  ["/en/embed", "", "/embedded/acme~1/en/auto"],
  ["/en/embed/us", "theme=../../x", "/embedded/acme~1/en/auto/us"],
])("%s?%s is %s inside", (path, query, inside) => {
  expect(frameInternalPath("acme~1", path, new URLSearchParams(query))).toBe(inside);
});
