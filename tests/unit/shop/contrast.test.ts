import { readdirSync, readFileSync } from "node:fs";
import { wcagContrast } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastFaults, contrastLine, nearestReadable } from "@/lib/shop/contrast";
import { shopSchema } from "@/lib/shop/schema";

const lines = (theme: object) =>
  contrastFaults(shopSchema.parse({ name: "Shop", theme }).theme).map(contrastLine);

test("the colours that come with the program pass in both themes", () => {
  expect(lines({})).toEqual([]);
});

const shops = readdirSync("shops", { withFileTypes: true }).filter((entry) => entry.isDirectory());
test.each(shops.map(({ name }) => name))("the colours of the shop %s pass in both themes", (id) => {
  const config = JSON.parse(readFileSync(`shops/${id}/shop.json`, "utf8"));
  expect(lines(config.theme ?? {})).toEqual([]);
});

test("a pair that fails is named with its ratio and the nearest colour that passes", () => {
  expect(lines({ light: { muted: "#999999" } })).toEqual([
    "theme.light: muted #999999 on canvas #f7f5f1 has contrast 2.61, less than 4.5; the nearest muted that passes is #707070",
    "theme.light: muted #999999 on surface #ffffff has contrast 2.84, less than 4.5; the nearest muted that passes is #767676",
    "theme.light: muted #999999 on sunken #efece5 has contrast 2.41, less than 4.5; the nearest muted that passes is #6b6b6b",
  ]);
});

test("each theme is measured by itself, with what is derived from its colours", () => {
  const faults = contrastFaults(
    shopSchema.parse({
      name: "Shop",
      theme: { light: { brand: "#ffe100", onBrand: "#ffffff" }, dark: { brand: "#101010" } },
    }).theme,
  );
  const pairs = faults.map(({ theme, token, on }) => `${theme} ${token} ${on}`);
  expect(pairs).toContain("light onBrand brand");
  expect(pairs).toContain("light onBrand brandHover");
  expect(pairs).toContain("light brand surface");
  expect(pairs).toContain("dark brand canvas");
  expect(pairs).not.toContain("dark ink canvas");
});

test("where only the ground is the shop's, it is the ground that is told to change", () => {
  const [fault] = contrastFaults(
    shopSchema.parse({ name: "Shop", theme: { light: { okSoft: "#118844" } } }).theme,
  );
  expect(fault?.better?.token).toBe("okSoft");
});

test("a border needs less than a text", () => {
  expect(lines({ light: { lineStrong: "#8d8d8d" } })).toEqual([]);
  expect(lines({ light: { lineStrong: "#9d9d9d" } })).toHaveLength(2);
});

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("the nearest colour passes, and one that passes already is kept as it is or nearly", () => {
  fc.assert(
    fc.property(color, color, (text, ground) => {
      const nearest = nearestReadable(text, ground, 4.5);
      expect(nearest).toMatch(/^#[0-9a-f]{6}$/);
      expect(wcagContrast(nearest ?? "", ground)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 60 },
  );
});
