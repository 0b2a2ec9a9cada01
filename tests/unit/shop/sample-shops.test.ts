import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { readShops } from "@/lib/shop/read-shops";

const read = (locales: readonly string[], siteUrl = "http://localhost:3000") =>
  readShops({ dir: "shops", siteUrl, defaultShop: "default", locales, environment: {} });

const shopOf = (id: string, locales: readonly string[]) =>
  read(locales).shops.find(({ shop }) => shop.id === id)?.shop;

test("three shops come with the program, and a deployment of one's own holds the default one alone", () => {
  expect(
    read(LOCALES)
      .shops.map(({ shop }) => shop.id)
      .sort(),
  ).toEqual(["default", "dukkan", "nightowl"]);
  const deployed = read(LOCALES, "https://shop.example");
  expect(deployed.shops.map(({ shop }) => shop.id)).toEqual(["default"]);
  expect([...deployed.faults, ...deployed.warnings]).toEqual([]);
});

test("one of them is from right to left first, as soon as the pages have its language", () => {
  const config = JSON.parse(readFileSync("shops/dukkan/shop.json", "utf8"));
  expect(config.defaults.locale).toBe("ar");
  expect(shopOf("dukkan", [...LOCALES, "ar"])?.defaults.locale).toBe("ar");
  expect(shopOf("dukkan", ["en", "tr"])?.defaults.locale).toBe("en");
});

test("no two of them look alike", () => {
  const looks = ["default", "dukkan", "nightowl"].map((id) => {
    const theme = shopOf(id, LOCALES)?.theme;
    return [theme?.light.brand, theme?.light.canvas, theme?.radius, theme?.ornament];
  });
  for (const at of [0, 1, 2, 3]) expect(new Set(looks.map((look) => look[at])).size).toBe(3);
});
