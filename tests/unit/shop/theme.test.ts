import { expect, test } from "vitest";
import { shopSchema } from "@/lib/shop/schema";
import { themeCss } from "@/lib/shop/theme";

const css = (theme: object) =>
  themeCss(shopSchema.parse({ name: "Shop", theme }).theme, (file) => `/assets/${file}`);

test("a shop without a look of its own adds nothing", () => {
  expect(css({})).toBe("");
});

test("every token that is set becomes a variable, by day and by night", () => {
  const text = css({
    light: { brand: "#112233", onBrand: "#ffffff", lineStrong: "#445566" },
    dark: { canvas: "#000000" },
    radius: 3,
  });
  expect(text).toBe(
    ":root{--line-strong:#445566;--brand:#112233;--on-brand:#ffffff;--radius:3px;}" +
      "@media (prefers-color-scheme:dark){:root{--canvas:#000000;}}",
  );
});

test("fonts come from the shop itself, with what shows until they are there", () => {
  const text = css({
    fonts: {
      text: { fallback: "mono" },
      headings: { files: [{ file: "fonts/a.woff2", weight: "400 700" }], fallback: "serif" },
    },
  });
  expect(text).toContain('src:url("/assets/fonts/a.woff2") format("woff2");font-weight:400 700;');
  expect(text).toMatch(/--font-sans:ui-monospace/);
  expect(text).toMatch(/--font-headings:"Shop Headings",ui-serif/);
  expect(text).not.toContain("Shop Text");
});

test("nothing that a file may say ends the style element", () => {
  const evil = "</style><script>";
  for (const theme of [
    { light: { brand: evil } },
    { fonts: { text: { files: [{ file: `${evil}.woff2` }] } } },
    { fonts: { text: { files: [{ file: "a.woff2", unicodeRange: evil }] } } },
    { fonts: { text: { files: [{ file: "a.woff2", weight: evil }] } } },
    { light: { [evil]: "#112233" } },
  ]) {
    expect(shopSchema.safeParse({ name: "Shop", theme }).success, JSON.stringify(theme)).toBe(
      false,
    );
  }
});
