import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { freePort } from "../../scripts/free-port";
import { FULL_SHOP } from "../../scripts/full-shop";
import { shopFields } from "../../scripts/shop-json-schema";
import { startDemo } from "../../scripts/start-demo";
import { makeShops } from "../support/shops-folder";
import { placeOrder } from "./support/buy";
import { rawRequest } from "./support/raw-request";
import { expect, test } from "./support/test";

const PARTNER_ID = "partner-rosa-31";

/** A picture of one grey, by which it is known again. */
function pngOf(width: number, height: number, grey: number): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([grey, grey, grey, 255], at);
  return PNG.sync.write(png);
}
const svgOf = (title: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${title}</title></svg>`;
const FONT = readFileSync("shops/nightowl/fonts/space-grotesk-latin-wght-normal.woff2");
const FILES: Readonly<Record<string, string | Buffer>> = {
  "logo.svg": svgOf("day"),
  "logo-dark.svg": svgOf("night"),
  "icon.svg": svgOf("tab"),
  "icon-192.png": pngOf(192, 192, 10),
  "icon-512.png": pngOf(512, 512, 20),
  "icon-maskable.png": pngOf(512, 512, 30),
  "icon-180.png": pngOf(180, 180, 40),
  "sharing.png": pngOf(1200, 630, 50),
  "fonts/text.woff2": FONT,
  "fonts/headings.woff2": FONT,
};

/** The fields that a test has found at work. */
const shown = new Set<string>();
const shows = (group: string, ...names: string[]) => {
  for (const name of names) shown.add(group === "" ? name : `${group}.${name}`);
};

let demo: Awaited<ReturnType<typeof startDemo>>;
let origin = "";
const ask = (path: string) =>
  rawRequest({ port: demo.ports.shop, host: new URL(origin).host, path });
const json = async (path: string) => JSON.parse((await ask(path)).body);

test.describe.configure({ mode: "serial" });
// Nothing answers at the address that counts visits.
test.use({ expectedErrors: [/status of 40[45]/] });

test.beforeAll(async () => {
  const port = await freePort(0);
  origin = `http://rosa.localhost:${port}`;
  const shops = makeShops({
    default: { "shop.json": { name: "Other" } },
    rosa: { "shop.json": { ...FULL_SHOP, url: origin }, ...FILES },
  });
  const env = { SHOPS_DIR: shops, ROSA_PARTNER_ID: PARTNER_ID };
  demo = await startDemo({ shopPort: port, sandboxPort: 0, env });
});
test.afterAll(() => demo.stop());

const toToken = (name: string) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
const tokensOf = (page: Page, names: readonly string[]) =>
  page.evaluate((all) => {
    const root = getComputedStyle(document.documentElement);
    return all.map((name) => root.getPropertyValue(name).trim());
  }, names.map(toToken));
const groundOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);
const rgb = (color: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(", ")})`;

for (const scheme of ["light", "dark"] as const) {
  test(`the colours of the ${scheme} theme are those of the page`, async ({ page }) => {
    const palette = FULL_SHOP.theme[scheme];
    const names = Object.keys(palette);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${origin}/en/us`);
    expect(await tokensOf(page, names)).toEqual(Object.values(palette));
    expect(await groundOf(page, "html")).toBe(rgb(palette.canvas));
    expect(await groundOf(page, ".site-header")).toBe(rgb(palette.header));
    expect(await groundOf(page, "footer")).toBe(rgb(palette.surface));
    shows(`theme.${scheme}`, ...names);
    const logo = scheme === "dark" ? FULL_SHOP.logo.dark : FULL_SHOP.logo.light;
    const src = await page
      .locator("header picture img")
      .evaluate((img: HTMLImageElement) => img.currentSrc);
    expect((await ask(new URL(src).pathname)).body).toBe(FILES[logo]);
    shows("logo", scheme);
  });
}

test("corners, fonts and the header's end are the shop's own", async ({ page }) => {
  await page.goto(`${origin}/en/us`);
  expect(await tokensOf(page, ["radius"])).toEqual([`${FULL_SHOP.theme.radius}px`]);
  await page.evaluate(() => document.fonts.ready);
  const faces = await page.evaluate(() =>
    [...document.fonts].map(({ family, style, weight, unicodeRange, status }) => {
      return { family: family.replaceAll('"', ""), style, weight, unicodeRange, status };
    }),
  );
  const stacks = await tokensOf(page, ["fontSans", "fontHeadings"]);
  for (const [use, name] of [
    ["text", "Shop Text"],
    ["headings", "Shop Headings"],
  ] as const) {
    const [file] = FULL_SHOP.theme.fonts[use].files;
    const face = faces.find(({ family }) => family === name);
    expect(face).toMatchObject({ style: file?.style, weight: file?.weight, status: "loaded" });
    const ranges = face?.unicodeRange.toUpperCase().replaceAll("U+0-FF", "U+0000-00FF");
    expect(ranges?.replaceAll("U+131", "U+0131")).toBe(file?.unicodeRange);
    shows(`theme.fonts.${use}.files[]`, "file", "style", "weight", "unicodeRange");
  }
  expect(stacks[0]).toContain("ui-rounded");
  expect(stacks[1]).toContain("ui-serif");
  shows("theme.fonts", "text.fallback", "headings.fallback");
  await expect(page.locator("header .awning")).toHaveCount(0);
  await expect(page.locator("header .h-1.bg-brand")).toHaveCount(1);
  shows("theme", "radius", "ornament");
});

test("the page opens with its name, its words and its brands", async ({ page }) => {
  const counted = page.waitForRequest(origin + FULL_SHOP.analytics.endpoint);
  await page.goto(`${origin}/en/us`);
  expect((await counted).postDataJSON()).toEqual({ path: "/en/us" });
  await expect(page).toHaveTitle(new RegExp(FULL_SHOP.name));
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", `${origin}/en/us`);
  // The logo holds the name already.
  await expect(page.locator("header").getByText(FULL_SHOP.name)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(FULL_SHOP.home.title.en);
  await expect(page.getByText(FULL_SHOP.home.text.en)).toBeVisible();
  const first = page.locator("main section, main ul").getByRole("link", { name: /Openloop/ });
  await expect(first.first()).toBeVisible();
  await page.goto(`${origin}/tr/us`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(FULL_SHOP.home.title.tr);
  shows("", "$schema", "name", "url", "logo.withName", "analytics.endpoint");
  shows("home", "title", "text");
});

test("the foot says where to go, and who sells in one sentence alone", async ({ page }) => {
  await page.goto(`${origin}/en/us`);
  const foot = page.getByRole("contentinfo");
  const { support, footer } = FULL_SHOP;
  const [blog] = footer.links;
  for (const url of [
    support.helpUrl,
    support.url,
    support.accountUrl,
    support.verificationUrl,
    blog?.url,
  ]) {
    await expect(foot.locator(`a[href="${url}"]`), url).toHaveCount(1);
  }
  await expect(foot.getByRole("link", { name: blog?.label.en ?? "-" })).toBeVisible();
  await expect(foot).toContainText(support.hours.en);
  await expect(foot.getByText("Cryptorefills is the seller")).toBeVisible();
  await expect(foot.locator(".rounded-full")).toHaveCount(0);
  shows("support", "helpUrl", "url", "accountUrl", "verificationUrl", "hours");
  shows("", "footer.links[].label", "footer.links[].url", "disclosure.style");
});

test("without them nothing is counted, and the seller has a label", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  const plain = `http://localhost:${demo.ports.shop}`;
  for (const path of ["/en/us", "/en/us/browse", "/en/help"]) {
    await page.goto(plain + path, { waitUntil: "networkidle" });
  }
  expect(sent).toEqual([]);
  await expect(page.getByRole("contentinfo").locator(".rounded-full")).toHaveCount(1);
});

test("the imprint names who runs it and how to reach them", async ({ page }) => {
  await page.goto(`${origin}/en/imprint`);
  const main = page.getByRole("main");
  for (const fact of Object.values(FULL_SHOP.legalEntity)) await expect(main).toContainText(fact);
  const { email, phone } = FULL_SHOP.support;
  await expect(main.locator(`a[href="mailto:${email}"]`)).toBeVisible();
  await expect(main.locator(`a[href="tel:${phone.replaceAll(" ", "")}"]`)).toBeVisible();
  shows("legalEntity", "name", "address", "registration");
  shows("support", "email", "phone");
});

test("icons and the preview's ground are the shop's files", async () => {
  const { small, large, maskable, apple, svg } = FULL_SHOP.icons;
  const bytes = async (path: string) => Buffer.from((await ask(path)).body, "latin1");
  for (const [path, file] of [
    ["/icons/192.png", small],
    ["/icons/512.png", large],
    ["/icons/maskable.png", maskable],
    ["/icons/180.png", apple],
  ] as const) {
    expect((await bytes(path)).compare(Buffer.from(FILES[file] ?? "")), path).toBe(0);
  }
  expect((await ask("/icon.svg")).body).toBe(FILES[svg]);
  const preview = PNG.sync.read(await bytes("/og.png?lang=en"));
  expect(preview.data[0]).toBe(50);
  shows("icons", "small", "large", "maskable", "apple", "svg");
  shows("sharing", "background");
});

test("what is sold is what every rule allows", async ({ browser }) => {
  const { brands } = await json("/api/catalog/US");
  const slugs = (brands as { slug: string }[]).map(({ slug }) => slug).sort();
  // Of the allowed: Parcelport is of no category, Streamhaus of a hidden one, Blockworlds is hidden
  // itself, and Roamly is an eSIM.
  expect(slugs).toEqual(["openloop-prepaid", "pixelforge", "tonewave-credits"]);
  const { rows } = await json("/api/catalog/US/home");
  expect(rows[0].brands.map(({ slug }: { slug: string }) => slug)).toEqual(
    FULL_SHOP.catalogue.featuredBrands,
  );
  for (const [country, status] of [
    ["US", 200],
    ["TR", 200],
    ["DE", 404],
    ["FR", 404],
  ] as const) {
    expect((await ask(`/api/catalog/${country}`)).status, country).toBe(status);
  }
  const { catalogue } = FULL_SHOP;
  shows("catalogue", ...Object.keys(catalogue));
  const context = await browser.newContext({ locale: "fi-FI" });
  const page = await context.newPage();
  await page.goto(origin);
  expect(new URL(page.url()).pathname).toBe("/tr/tr");
  await context.close();
  shows("defaults", "country", "locale");
});

test("coins, networks, fees and times are the shop's", async ({ page }) => {
  const { methods } = await json("/api/payment-methods");
  const names = (name: "coin" | "network") =>
    [...new Set((methods as Record<string, string>[]).map((method) => method[name]))].sort();
  expect(names("coin")).toEqual(["USDC", "USDT"]);
  expect(names("network")).toEqual(["Solana", "Tron"]);
  shows("payment", "coins", "hiddenCoins", "networks", "hiddenNetworks");

  await page.goto(`${origin}/en/us/pixelforge`);
  await page.getByRole("button", { name: "Buy now" }).click();
  await expect(page.getByLabel("Coin", { exact: true })).toHaveValue(FULL_SHOP.defaults.coin);
  await expect(page.getByRole("radio", { name: /Tron/ })).toBeChecked();
  await expect(page.getByRole("main")).toContainText(/\$?1\.10.{0,9}2\.20/);
  shows("defaults", "coin", "network");
  shows("payment", "networkFees");
});

test("an order is the partner's, says where it comes from and has the shop's time", async ({
  page,
}) => {
  const url = await placeOrder(page, {
    path: `${origin}/en/us/pixelforge`,
    email: "buyer@example.com",
  });
  const order = await page.evaluate(
    async (path) => (await fetch(path)).json(),
    `/api/orders/${new URL(url).pathname.split("/").pop()}`,
  );
  const { windowMinutes, marginMinutes } = FULL_SHOP.payment;
  const minutes = (Date.parse(order.expiresAt) - Date.parse(order.createdAt)) / 60_000;
  expect(Math.abs(minutes - (windowMinutes - marginMinutes))).toBeLessThan(0.2);
  shows("payment", "windowMinutes", "marginMinutes");
  type Entry = { method: string; path: string; headers: Record<string, string>; body: object };
  const log = (await (await fetch(`${demo.sandboxUrl}/__control/log`)).json()) as Entry[];
  const sent = log.find(({ method, path }) => method === "POST" && path === "/v5/orders");
  expect(sent?.headers["x-cr-application"]).toBe(PARTNER_ID);
  expect(sent?.body).toMatchObject({
    acquisition: { utm_source: "rosa", utm_medium: "shop", utm_campaign: "spring" },
  });
  shows(
    "",
    "partnerIdEnv",
    ...Object.keys(FULL_SHOP.acquisition).map((key) => `acquisition.${key}`),
  );
});

test("the sites that it names may frame it, and no other", async () => {
  const policy = String((await ask("/en/embed/us")).headers["content-security-policy"]);
  expect(policy).toContain(`frame-ancestors ${FULL_SHOP.embed.origins.join(" ")}`);
  const closed = await rawRequest({
    port: demo.ports.shop,
    host: `localhost:${demo.ports.shop}`,
    path: "/en/embed/us",
  });
  expect(closed.status).toBe(404);
  shows("embed", "origins");
});

test("no field of shop.json was passed over", () => {
  const fields = shopFields().filter(({ field }) => field.examples !== undefined);
  expect(fields.map(({ path }) => path).filter((path) => !shown.has(path))).toEqual([]);
});
