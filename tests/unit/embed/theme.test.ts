import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { frameThemeCss, toFrameTheme } from "@/lib/embed/theme";
import { shopSchema } from "@/lib/shop/schema";

const shop = shopSchema.parse({ name: "Acme", theme: { dark: { brand: "#abcdef" } } });

/** The tokens of one block of the style sheet. */
function tokensOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

test("a forced look sets every token that the device's own would set differently", () => {
  const [light = "", dark = ""] = readFileSync("styles/tokens.css", "utf8").split("@media");
  const day = tokensOf(light);
  const differing = [...tokensOf(dark).keys()].filter((name) => day.has(name));
  expect(differing.length).toBeGreaterThan(10);
  const forced = tokensOf(frameThemeCss("light", shopSchema.parse({ name: "Acme" })));
  const missing = differing.filter((name) => !forced.has(name) && !/shade|shadow/.test(name));
  expect(missing).toEqual([]);
  for (const name of differing) {
    if (forced.has(name)) expect(forced.get(name), name).toBe(day.get(name));
  }
});

test("the shop's own colours stand above, and nothing is forced that was not asked for", () => {
  expect(frameThemeCss("dark", shop)).toContain("--brand:#abcdef;");
  expect(frameThemeCss("dark", shop)).toContain("color-scheme:dark");
  expect(frameThemeCss("light", shop)).not.toContain("#abcdef");
  expect(frameThemeCss("auto", shop)).toBe("");
});

test.each(["auto", "light", "dark"])("%s is a look", (theme) => {
  expect(toFrameTheme(theme)).toBe(theme);
});
test.each([null, undefined, "", "DARK", "neon", "dark;}"])("%j is none", (theme) => {
  expect(toFrameTheme(theme)).toBe("auto");
});
