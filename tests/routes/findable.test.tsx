import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as icon } from "@/app/icon.svg/route";
import { GET as pngIcon } from "@/app/icons/[file]/route";
import { GET as llms } from "@/app/llms.txt/route";
import { GET as manifest } from "@/app/manifest.webmanifest/route";
import { OgDrawing } from "@/app/og.png/og-drawing";
import { GET as picture } from "@/app/og.png/route";
import { GET as robots } from "@/app/robots.txt/route";
import { GET as sitemaps } from "@/app/sitemap.xml/route";
import { GET as sitemap } from "@/app/sitemaps/[locale]/[country]/route";
import { COUNTRY_CODES } from "@/lib/catalog/countries";
import { OG_SIZE } from "@/lib/findable/og-url";
import { peerHeader } from "@/lib/http/peer-header";
import { LOCALES } from "@/lib/i18n/locales";
import { pictureFonts } from "@/lib/pictures/fonts";
import { printable } from "@/lib/pictures/printable";
import { startUpstream } from "../support/shop-client";

// The index walks every country, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const SHOP = "https://shop.example";
const ICON =
  "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxIDEiLz4=";
let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream({ SITE_URL: SHOP });
});
afterAll(() => upstream.close());

/** A grey PNG. */
function squareOf(size: number, grey: number): Buffer {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([grey, grey, grey, 255], at);
  return PNG.sync.write(png);
}

type Handler<Params> = (
  request: Request,
  segment: { params: Promise<Params> },
) => Promise<Response>;

/** A request as a stranger's proxy might pass it on. */
function ask<Params>(handler: Handler<Params>, path: string, params: Params): Promise<Response> {
  const headers = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    [peerHeader()]: "203.0.113.7",
  };
  return handler(new Request(`http://evil.example${path}`, { headers }), {
    params: Promise.resolve(params),
  });
}

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => url);

test("no address in any file for robots comes from a header of the request", async () => {
  const replies = await Promise.all([
    ask(robots, "/robots.txt", {}),
    ask(llms, "/llms.txt", {}),
    ask(sitemaps, "/sitemap.xml", {}),
    ask(sitemap, "/sitemaps/en/us.xml", { locale: "en", country: "us.xml" }),
    ask(manifest, "/manifest.webmanifest", {}),
  ]);
  for (const reply of replies) {
    expect(reply.status).toBe(200);
    const text = await reply.text();
    expect(text).not.toContain("evil.example");
    for (const [url] of text.matchAll(/https?:\/\/[^\s"<)]+/g)) {
      if (url.startsWith("http://www.sitemaps.org/")) continue;
      expect(url.startsWith(`${SHOP}/`), url).toBe(true);
    }
  }
});

test("robots may read every page, and not the interface", async () => {
  const text = await (await ask(robots, "/robots.txt", {})).text();
  expect(text).toContain("Disallow: /api/\n");
  expect(text).not.toMatch(/Disallow: .*(orders|checkout)/);
  expect(text).toContain(`Sitemap: ${SHOP}/sitemap.xml`);
});

test("the index lists each language of each country that sells something, once", async () => {
  const urls = locations(await (await ask(sitemaps, "/sitemap.xml", {})).text());
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls.length).toBeGreaterThan(200 * LOCALES.length);
  const listed = new Set(urls.map((url) => url.slice(-6, -4)));
  expect(urls.length).toBe(listed.size * LOCALES.length);
  const unlisted = COUNTRY_CODES.map((code) => code.toLowerCase()).filter(
    (code) => !listed.has(code),
  );
  expect(unlisted.length).toBeGreaterThan(0);
  for (const code of unlisted) {
    const none = await ask(sitemap, "/sitemaps", { locale: "en", country: `${code}.xml` });
    expect(none.status, code).toBe(404);
  }
});

test("a country's sitemap has its brands and those alone", async () => {
  const reply = await ask(sitemap, "/sitemaps/tr/tr.xml", { locale: "tr", country: "tr.xml" });
  const urls = locations(await reply.text());
  expect(urls).toContain(`${SHOP}/tr/tr`);
  expect(urls).toContain(`${SHOP}/tr/tr/browse`);
  expect(urls.filter((url) => !url.startsWith(`${SHOP}/tr/tr`))).toEqual([]);
  expect(urls.length).toBeGreaterThan(10);
  const all = await ask(sitemap, "/sitemaps/en/us.xml", { locale: "en", country: "us.xml" });
  const text = await all.text();
  expect(text).not.toContain("openloop");
  expect(text).not.toMatch(/orders|checkout|demo/);
  expect(locations(text)).toContain(`${SHOP}/en/help`);
});

test.each([
  ["xx", "us.xml"],
  ["en", "zz.xml"],
  ["en", "US.xml"],
  ["en", "us"],
  ["en", "us.xml.gz"],
])("there is no sitemap of %s/%s", async (locale, country) => {
  expect((await ask(sitemap, "/sitemaps", { locale, country })).status).toBe(404);
});

test("a picture of a brand is a PNG of the right size, drawn once", async () => {
  const reply = await ask(picture, "/og.png?lang=en&country=US&brand=pixelforge", {});
  expect(reply.headers.get("content-type")).toBe("image/png");
  expect(reply.headers.get("cache-control")).toContain("public, max-age=86400");
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

test("a page in a script that the pictures' font lacks has the picture with the first language's words", async () => {
  const drawn = async (query: string) => {
    const reply = await ask(picture, `/og.png?${query}`, {});
    expect(reply.status, query).toBe(200);
    return Buffer.from(await reply.arrayBuffer()).toString("base64");
  };
  for (const place of ["country=AE", "country=US&brand=pixelforge"]) {
    expect(await drawn(`lang=ar&${place}`), place).toBe(await drawn(`lang=en&${place}`));
    expect(await drawn(`lang=de&${place}`), place).not.toBe(await drawn(`lang=en&${place}`));
  }
});

test("the manifest is written in the direction of its language", async () => {
  for (const [lang, dir] of [
    ["ar", "rtl"],
    ["de", "ltr"],
  ]) {
    const reply = await ask(manifest, `/manifest.webmanifest?lang=${lang}`, {});
    expect(await reply.json()).toMatchObject({ lang, dir });
  }
});

test("drawing fetches nothing from anywhere, whatever a brand is called", async () => {
  const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("offline"));
  vi.spyOn(console, "error").mockReturnValue();
  const fonts = await pictureFonts();
  /** The addresses that were asked for while a title was drawn. */
  const askedFor = async (title: string) => {
    fetched.mockClear();
    const text = { title, line: "Line", shop: "Shop" };
    const drawing = <OgDrawing text={text} brand="#2b37a8" icon={ICON} />;
    await new ImageResponse(drawing, { fonts, ...OG_SIZE }).arrayBuffer().catch(() => undefined);
    return fetched.mock.calls.map(([input]) => String(input)).filter((url) => /^https/.test(url));
  };
  const everything = Array.from({ length: 0x2800 }, (_, code) => String.fromCodePoint(code)).join(
    "",
  );
  const drawable = [...printable(`${everything} 🎮 株式会社 ﬁ`)];
  expect(drawable.length).toBeGreaterThan(250);
  for (let at = 0; at < drawable.length; at += 80) {
    expect(await askedFor(drawable.slice(at, at + 80).join(""))).toEqual([]);
  }
  // Unfiltered, somebody else's server would be asked: the filter is what keeps it here.
  expect((await askedFor("متجر")).length).toBeGreaterThan(0);
  vi.restoreAllMocks();
});

test("a picture of what does not exist is a 404 and draws nothing", async () => {
  for (const query of [
    "country=zz",
    "country=US&brand=no-such",
    "country=US&brand=openloop-prepaid",
  ]) {
    expect((await ask(picture, `/og.png?${query}`, {})).status, query).toBe(404);
  }
});

test("icons have the sizes that the manifest names", async () => {
  const { icons } = (await (await ask(manifest, "/manifest.webmanifest?lang=tr", {})).json()) as {
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  };
  for (const { src, sizes, type } of icons) {
    if (type !== "image/png") continue;
    const file = new URL(src, SHOP).pathname.split("/").at(-1) ?? "";
    const reply = await ask(pngIcon, src, { file });
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(icons.map(({ purpose }) => purpose)).toContain("maskable");
  expect((await ask(pngIcon, "/icons/9.png", { file: "9.png" })).status).toBe(404);
  expect(await (await ask(icon, "/icon.svg", {})).text()).toContain("#2b37a8");
});

test("a shop that brings icons and a ground for previews gets these", async () => {
  const dir = mkdtempSync(join(tmpdir(), "shops-"));
  mkdirSync(join(dir, "default"));
  const files = { "icon.png": squareOf(192, 0), "ground.png": squareOf(64, 120) };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(dir, "default", name), content);
  }
  const config = {
    name: "Acme",
    icons: { small: "icon.png" },
    sharing: { background: "ground.png" },
  };
  writeFileSync(join(dir, "default", "shop.json"), JSON.stringify(config));
  const other = await startUpstream({ SITE_URL: SHOP, SHOPS_DIR: dir });
  const own = await ask(pngIcon, "/icons/192.png", { file: "192.png" });
  expect(Buffer.from(await own.arrayBuffer()).equals(files["icon.png"])).toBe(true);
  const drawn = await ask(pngIcon, "/icons/512.png", { file: "512.png" });
  expect(Buffer.from(await drawn.arrayBuffer()).readUInt32BE(16)).toBe(512);
  const preview = await ask(picture, "/og.png?lang=en", {});
  const { data } = PNG.sync.read(Buffer.from(await preview.arrayBuffer()));
  // The first pixel belongs to the ground, which reaches the corners.
  expect([...data.subarray(0, 3)]).toEqual([120, 120, 120]);
  await other.close();
});

test("drawing is limited, and what is drawn already is not", async () => {
  const other = await startUpstream({ SITE_URL: SHOP, LIMIT_IMAGES: "1/60" });
  const one = () => ask(picture, "/og.png?lang=en&country=DE", {});
  expect((await one()).status).toBe(200);
  expect((await ask(picture, "/og.png?lang=en&country=FR", {})).status).toBe(429);
  expect((await one()).status).toBe(200);
  await other.close();
});

test("while upstream is down the index takes every country to exist", {
  timeout: 20_000,
}, async () => {
  const other = await startUpstream({ SITE_URL: "https://other.example" });
  await other.control("POST", "faults", { endpoint: "all", kind: "status", status: 503 });
  const urls = locations(await (await ask(sitemaps, "/sitemap.xml", {})).text());
  expect(urls.length).toBe(COUNTRY_CODES.length * LOCALES.length);
  await other.close();
});
