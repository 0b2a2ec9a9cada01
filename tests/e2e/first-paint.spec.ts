import type { Page, Request } from "@playwright/test";
import { openState } from "./support/open-state";
import { expect, test } from "./support/test";

const CHECKOUT = "/en/checkout?l=US%2Fpixelforge%2F1%2Fd%3A20+USD";
const PATHS = ["/en/us", "/en/us/browse", "/en/us/pixelforge", "/ar/us", CHECKOUT];

/** Whether the shop's own scripts run in the page, which only they can tell. */
const isAlive = (page: Page) =>
  page.evaluate(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );

for (const path of PATHS) {
  test(`${path} is painted with its styles while no script and no stylesheet has come`, async ({
    page,
  }) => {
    const asked: Request[] = [];
    await page.route("**/_next/static/**", (route) => {
      asked.push(route.request());
    });
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("h1")).not.toHaveCSS("font-weight", "400");
    expect(await isAlive(page)).toBe(false);
    await expect
      .poll(() => asked.some((request) => request.resourceType() === "script"))
      .toBe(true);
    expect(asked.filter((request) => request.resourceType() === "stylesheet")).toEqual([]);
  });

  test(`${path} asks for scripts and fonts after its first paint, and for no stylesheet`, async ({
    page,
  }) => {
    await page.goto(path, { waitUntil: "networkidle" });
    const { painted, asked } = await page.evaluate(() => ({
      painted: performance.getEntriesByName("first-paint")[0]?.startTime ?? Number.NaN,
      asked: (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes("/_next/static/"))
        .map(({ name, startTime }) => ({ name, startTime })),
    }));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ startTime }) => !(startTime >= painted))).toEqual([]);
    expect(asked.filter(({ name }) => name.endsWith(".css"))).toEqual([]);
    expect(await isAlive(page)).toBe(true);
  });
}

test("an order's page, made for one request, is painted first as well", async ({ page }) => {
  await openState(page, "/en/demo/orders/pay-evm");
  const sheets = await page.evaluate(() =>
    performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".css")),
  );
  expect(sheets).toEqual([]);
  await expect(page.locator("h1")).not.toHaveCSS("font-weight", "400");
  expect(await isAlive(page)).toBe(true);
});

test("a page that paints nothing, in the background or out of sight, comes alive", async ({
  page,
}) => {
  await page.addInitScript(() => {
    PerformanceObserver.prototype.observe = () => {};
  });
  await page.goto("/en/us");
  await expect.poll(() => isAlive(page)).toBe(true);
});
