import { expect, test } from "vitest";
import { directionOf } from "@/lib/i18n/direction";
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

test("one of them is from right to left first", () => {
  const locale = shopOf("dukkan", LOCALES)?.defaults.locale ?? "";
  expect([locale, directionOf(locale)]).toEqual(["ar", "rtl"]);
});

test("no two of them look alike", () => {
  const looks = ["default", "dukkan", "nightowl"].map((id) => {
    const theme = shopOf(id, LOCALES)?.theme;
    return [theme?.light.brand, theme?.light.canvas, theme?.radius, theme?.ornament];
  });
  for (const at of [0, 1, 2, 3]) expect(new Set(looks.map((look) => look[at])).size).toBe(3);
});
