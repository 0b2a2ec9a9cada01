import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const SHOPS = {
  default: { home: "/en/us", product: "/en/us/pixelforge" },
  nightowl: { home: "/en/us", product: "/en/us/pixelforge" },
  dukkan: { home: "/ar/ae", product: "/ar/us/pixelforge" },
} as const;
type Id = keyof typeof SHOPS;

function hostOf(id: Id): string {
  const { port } = new URL(process.env.SHOP_URL ?? "");
  return id === "default" ? `http://localhost:${port}` : `http://${id}.localhost:${port}`;
}

/** What the eye tells two shops apart by. */
const lookOf = (page: Page) =>
  page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const heading = getComputedStyle(document.querySelector("h1") ?? document.body);
    const header = getComputedStyle(document.querySelector(".site-header") ?? document.body);
    return {
      canvas: root.backgroundColor,
      header: header.backgroundColor,
      heading: heading.fontFamily.split(",")[0],
      radius: root.getPropertyValue("--radius"),
      brand: root.getPropertyValue("--brand"),
    };
  });

for (const colorScheme of ["light", "dark"] as const) {
  test(`three shops on three hosts, each with a look of its own: ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const looks = [];
    for (const id of Object.keys(SHOPS) as Id[]) {
      await page.goto(hostOf(id) + SHOPS[id].home);
      looks.push(await lookOf(page));
    }
    for (const part of ["canvas", "header", "radius", "brand"] as const) {
      expect(new Set(looks.map((look) => look[part])).size, part).toBe(3);
    }
  });

  for (const id of ["nightowl", "dukkan"] as const) {
    test(`${id} has no fault that axe can find: ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const path of Object.values(SHOPS[id])) {
        await page.goto(hostOf(id) + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map((n) => n.target)}`),
        ).toEqual([]);
      }
    });
  }
}

test("a shop's fonts come from the shop's own address", async ({ page }) => {
  const fonts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".woff2")) fonts.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${hostOf("nightowl")}/en/us`);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('600 20px "Shop Headings"'))).toBe(true);
  const own = fonts.filter((font) => font.includes("/assets/"));
  expect(own.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(`200 ${hostOf("nightowl")}`);
});

test("a first visit to the shop of another language is in it and in its country", async ({
  browser,
}) => {
  // A browser that asks for no language that the pages have.
  const context = await browser.newContext({ locale: "fi-FI" });
  const page = await context.newPage();
  await page.goto(`${hostOf("dukkan")}/`);
  await expect(page).toHaveURL(/\/ar\/(?:ae|fi)$/);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await context.close();
});

test("Dukkan speaks Arabic: its own words, the program's and those about money", async ({
  page,
}) => {
  const words = (name: string) => JSON.parse(readFileSync(`messages/ar/${name}.json`, "utf8"));
  const { home, support } = JSON.parse(readFileSync("shops/dukkan/shop.json", "utf8"));
  await page.goto(hostOf("dukkan") + SHOPS.dukkan.home);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(home.title.ar);
  await expect(page.getByText(home.text.ar)).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText(support.hours.ar);
  await expect(page.getByRole("contentinfo")).toContainText(words("common").footer.seller);
  await page.goto(`${hostOf("dukkan")}/ar/terms`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("legal").terms.title);
  await expect(page.getByRole("main")).not.toContainText(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
  await page.goto(hostOf("dukkan") + SHOPS.dukkan.product);
  await page.getByRole("button", { name: words("product").form.submit }).click();
  await expect(page.getByLabel(words("checkout").emailLabel, { exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
});

test("no opening on a ground of its own makes a page wider than a small phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const id of ["nightowl", "dukkan"] as const) {
    await page.goto(hostOf(id) + SHOPS[id].home);
    const { scrollWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
    }));
    expect(scrollWidth, id).toBeLessThanOrEqual(320);
  }
});
