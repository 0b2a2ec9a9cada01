import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import type { Page } from "@playwright/test";
import { LOCALES } from "../../lib/i18n/locales";
import { readyOffline } from "./support/ready-offline";
import { expect, expectScene, test } from "./support/test";

const BRAND = "/en/us/pixelforge";

/** The data for machines on a page, by its kind. */
async function dataOf(page: Page): Promise<Map<string, Record<string, unknown>>> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const data = texts.map((text) => JSON.parse(text) as Record<string, unknown>);
  return new Map(data.map((entry) => [String(entry["@type"]), entry]));
}

const metaOf = (page: Page, name: string) =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");

/** A request with headers that a browser would not send. */
function raw(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on("end", () => resolve(body));
    })
      .on("error", reject)
      .end();
  });
}

for (const path of ["/en", "/en/us", "/en/us/browse", BRAND, "/en/help", "/en/terms"]) {
  test(`${path} names itself and its languages by the configured address`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(`${path}?utm_source=somewhere`);
    const canonical = page.locator('link[rel="canonical"]');
    await expect(canonical).toHaveAttribute("href", `${baseURL}${path}`);
    const links = await page
      .locator('link[rel="alternate"][hreflang]')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
      );
    const languages = new Map(links as [string, string][]);
    expect(languages.get("x-default")).toBe(`${baseURL}${path}`);
    expect([...languages.keys()].sort()).toEqual([...LOCALES, "x-default"].sort());
    const titles = new Set<string>();
    const descriptions = new Set<string>();
    for (const locale of LOCALES) {
      const own = path.replace("/en", `/${locale}`);
      expect(languages.get(locale)).toBe(`${baseURL}${own}`);
      await page.goto(own);
      await expect(canonical).toHaveAttribute("href", `${baseURL}${own}`);
      titles.add(await page.title());
      const description = (await metaOf(page, "description")) ?? "";
      expect(description, own).toMatch(/.{20,}/);
      descriptions.add(description);
      // A page that another names must name that one back.
      await expect(page.locator('link[hreflang="en"]')).toHaveAttribute(
        "href",
        `${baseURL}${path}`,
      );
    }
    expect(descriptions.size).toBe(LOCALES.length);
    expect(titles.size).toBeGreaterThan(LOCALES.length - 2);
  });
}

test("a forged host changes no address on a page", async ({ baseURL }) => {
  const forged = { host: "evil.example", "x-forwarded-host": "evil.example" };
  for (const path of [BRAND, "/en/us", "/robots.txt", "/sitemap.xml", "/llms.txt"]) {
    const body = await raw(`${baseURL}${path}`, forged);
    expect(body.length, path).toBeGreaterThan(50);
    expect(body, path).not.toContain("evil.example");
  }
});

test("a brand's page tells machines its price, its seller and where it stands", async ({
  page,
  baseURL,
}) => {
  await page.goto(BRAND);
  const data = await dataOf(page);
  expect(data.get("Product")).toMatchObject({
    name: "Pixelforge",
    url: `${baseURL}${BRAND}`,
    offers: { "@type": "AggregateOffer", priceCurrency: "USDC", seller: { name: "Cryptorefills" } },
  });
  const { offers } = data.get("Product") as { offers: { lowPrice: string } };
  await expect(page.locator("main")).toContainText(offers.lowPrice);
  expect(data.get("BreadcrumbList")).toMatchObject({
    itemListElement: [{ position: 1 }, { position: 2 }, { position: 3, name: "Pixelforge" }],
  });
});

test("the start page names who runs the shop, and the help page its questions", async ({
  page,
  baseURL,
}) => {
  await page.goto("/en");
  expect((await dataOf(page)).get("Organization")).toMatchObject({ url: baseURL });
  await page.goto("/en/help");
  const faq = (await dataOf(page)).get("FAQPage") as { mainEntity: { name: string }[] };
  for (const { name } of faq.mainEntity) {
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  }
});

test("a shared page has its own picture", async ({ page, request }) => {
  const pictures = new Set<string>();
  for (const path of ["/en", "/en/us", BRAND, "/tr/us/pixelforge"]) {
    await page.goto(path);
    const url = (await metaOf(page, "og:image")) ?? "";
    expect(await metaOf(page, "twitter:card")).toBe("summary_large_image");
    const reply = await request.get(url);
    expect(reply.headers()["content-type"]).toBe("image/png");
    const bytes = await reply.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    pictures.add(bytes.toString("base64"));
  }
  expect(pictures.size).toBe(4);
});

test("every sitemap leads to pages that exist and want to be found", async ({ request }) => {
  const locations = async (url: string) => {
    const reply = await request.get(url);
    expect(reply.status(), url).toBe(200);
    return [...(await reply.text()).matchAll(/<loc>([^<]*)</g)].map(([, found = ""]) => found);
  };
  const files = await locations("/sitemap.xml");
  expect(files.length).toBeGreaterThan(400);
  for (const wanted of ["/en/us.xml", "/tr/tr.xml", "/en/va.xml"]) {
    const file = files.find((url) => url.endsWith(wanted));
    if (file === undefined) continue;
    const pages = await locations(file);
    for (const url of [...pages.slice(0, 5), ...pages.slice(-5)]) {
      const reply = await request.get(url);
      expect(reply.status(), url).toBe(200);
      expect(reply.headers()["x-robots-tag"], url).toBeUndefined();
      expect(await reply.text(), url).not.toMatch(/<meta name="robots" content="noindex/);
    }
  }
});

test("pages with money want not to be found", async ({ request }) => {
  for (const path of [
    "/en/orders",
    "/en/gift",
    "/en/checkout",
    "/en/demo/orders",
    "/en/orders/none",
  ]) {
    const reply = await request.get(path);
    expect(reply.headers()["x-robots-tag"], path).toBe("noindex");
    expect(await reply.text(), path).toMatch(/<meta name="robots" content="noindex/);
  }
});

test("the shop can be installed under its own name and icons", async ({ page, request }) => {
  await page.goto("/en/us");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await request.get(href ?? "")).json();
  expect(manifest).toMatchObject({ name: "Kiosk", lang: "en", display: "standalone" });
  for (const { src, type } of manifest.icons as { src: string; type: string }[]) {
    const reply = await request.get(src);
    expect(reply.status(), src).toBe(200);
    expect(reply.headers()["content-type"]).toContain(type);
  }
  const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect((await request.get(apple ?? "")).status()).toBe(200);
  const protocol = await page.context().newCDPSession(page);
  const { installabilityErrors } = await protocol.send("Page.getInstallabilityErrors");
  // A test's browser window is a private one, and that is all that stands in the way.
  const errors = installabilityErrors.map(({ errorId }) => errorId);
  expect(errors.filter((id) => id !== "in-incognito")).toEqual([]);
});

test.describe("without a connection", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

  test("the shop says so in the reader's language, to whoever has seen one page of it", async ({
    page,
    context,
  }) => {
    await page.goto("/tr/us/pixelforge");
    await readyOffline(page);
    await context.setOffline(true);
    const words = JSON.parse(readFileSync("messages/tr/order.json", "utf8")).offline;
    // The address that an installed shop opens with names no language.
    for (const path of ["/tr/us", "/", "/de/us/browse"]) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", "tr");
      await expect(page.getByRole("heading", { level: 1, name: words.noneTitle })).toBeVisible();
      await expect(page.getByText(words.awayText)).toBeVisible();
      await expect(page.getByText(words.noneText)).toBeHidden();
    }
    await context.setOffline(false);
    await expect(page.getByRole("banner")).toBeVisible({ timeout: 15_000 });
  });
});

test("the tab's icon tells the state of the order", async ({ page }) => {
  const icon = page.locator('link[rel="icon"][type="image/svg+xml"]').last();
  await page.goto("/en/demo/orders/pay");
  await expectScene(page, "pay");
  await expect(icon).toHaveAttribute("href", /^data:image\/svg\+xml,/);
  const waiting = await icon.getAttribute("href");
  expect(decodeURIComponent(waiting ?? "")).toContain("<circle");
  await page.goto("/en/demo/orders/done");
  await expectScene(page, "done");
  await expect(icon).toHaveAttribute("href", /^data:image\/svg\+xml,/);
  expect(await icon.getAttribute("href")).not.toBe(waiting);
});
