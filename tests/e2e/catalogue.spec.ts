import { expect, test } from "./support/test";

const NOT_FOUND = /status of 404/;

test("the first visit goes to a country that fits the browser, and it can be changed", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/en\/us$/);
  await page.getByRole("link", { name: "Country" }).click();
  await expect(page).toHaveURL(/\/en$/);
  await page.getByLabel("Search by country or code").fill("turk");
  await page.getByRole("link", { name: /Türkiye/ }).click();
  await expect(page).toHaveURL(/\/en\/tr$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/en\/tr$/);
});

test("a country is found by its code and by its name in the language of the page", async ({
  page,
}) => {
  await page.goto("/en");
  const search = page.getByRole("searchbox");
  await search.fill("jp");
  await expect(page.getByRole("listitem").first()).toContainText("Japan");
  await page.goto("/tr");
  await search.fill("almanya");
  await expect(page.getByRole("listitem").first()).toContainText("Almanya");
});

test("brands are found while typing, and the filters stand in the address", async ({ page }) => {
  await page.goto("/en/us/browse");
  await page.getByLabel("Search brands").fill("tonew");
  await expect(page.getByRole("link", { name: /Tonewave Credits/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Pixelforge/ })).toHaveCount(0);
  await expect(page).toHaveURL(/q=tonew/);
  await page.getByText("Mobile top-ups", { exact: true }).click();
  await expect(page).toHaveURL(/kind=/);
  await page.reload();
  await expect(page.getByLabel("Search brands")).toHaveValue("tonew");
  await expect(page.getByRole("link", { name: /Tonewave Credits/ })).toBeVisible();
  await page.getByLabel("Search brands").fill("nothing is called this");
  await expect(page.getByRole("heading", { name: "No brand matches" })).toBeVisible();
});

test("e-money is not on sale", async ({ page, request }) => {
  await page.goto("/en/us/browse?q=openloop");
  await expect(page.getByRole("heading", { name: "No brand matches" })).toBeVisible();
  expect((await request.get("/en/us/openloop-prepaid")).status()).toBe(404);
  expect(await (await request.get("/api/catalog/US")).text()).not.toMatch(/openloop/i);
});

test("a seller's own HTML arrives as text and can run nothing", async ({ page }) => {
  await page.goto("/en/us/wildscript-games");
  await expect(page.getByRole("heading", { level: 1, name: "Wildscript Games" })).toBeVisible();
  const main = page.locator("main");
  await expect(
    main.locator(
      "script:not([type='application/ld+json']), iframe, object, form[action^='http'], [onerror], [onclick]",
    ),
  ).toHaveCount(0);
  const links = await main
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links.filter((href) => !/^(https:|\/|#|\?)/.test(href ?? ""))).toEqual([]);
});

test("what cannot be bought says so", async ({ page }) => {
  for (const slug of ["soldout-sneakers", "emptyhall", "nullable-mobile"]) {
    await page.goto(`/en/us/${slug}`);
    await expect(page.getByRole("button", { name: "Buy now" })).toHaveCount(0);
    await expect(
      page
        .locator("main")
        .getByRole("link", { name: /brands/i })
        .first(),
    ).toBeVisible();
  }
});

test.describe("an address that leads nowhere", () => {
  test.use({ expectedErrors: [NOT_FOUND] });

  for (const path of [
    "/xx",
    "/en/zz",
    "/en/us/no-such-brand",
    "/en/us/no/such/page",
    "/en/orders/no-such-order",
    "/tlh/us",
  ]) {
    test(`${path} is a designed 404 with a way on`, async ({ page }) => {
      const reply = await page.goto(path);
      expect(reply?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("main").getByRole("link").first()).toBeVisible();
    });
  }
});
