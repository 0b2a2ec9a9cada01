import jsQR from "jsqr";
import { expect, test } from "vitest";
import { orderRequest, RANGE_LINE } from "./samples/requests";
import { asList, asRecord, asText, pick, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

/** Browsers ask for pictures, without any header of a partner. */
const picture = (url: string) => upstream.send("GET", url.replace(upstream.url(), ""), {});

/** Draws the modules of an SVG code, with four dots each, and reads them like a camera. */
function readQr(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const path = [...svg.matchAll(/ d="([^"]+)"/g)].at(-1)?.[1] ?? "";
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M\s*([\d.]+)[ ,]([\d.]+)\s*h(\d+)v1H[\d.]+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = (row * side + Number(x) * scale) * 4;
      const end = start + Number(width) * scale * 4;
      for (let index = start; index < end; index += 1) {
        if (index % 4 !== 3) pixels[index] = 0;
      }
    }
  }
  return jsQR(pixels, side, side)?.data;
}

test.each([
  ["USDC", "Solana"],
  ["USDC", "Base"],
  ["BTC", "Mainnet"],
  ["BTC", "Lightning"],
])("the QR image of an order in %s on %s says what its text says", async (coin, network) => {
  const order = await upstream.create(orderRequest([RANGE_LINE], { coin, network }));
  const { status, headers, body } = await picture(asText(order.qr_url));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch(/^image\//);
  expect(readQr(asText(body))).toBe(order.qr_text);
});

test("the QR image of what is missing says the text of what is missing", async () => {
  const created = await upstream.create(
    orderRequest([RANGE_LINE], { coin: "BTC", network: "Mainnet" }),
  );
  const order = await upstream.move(created, "pay-part");
  const { body } = await picture(asText(order.missing_amount_qr_url));
  expect(readQr(asText(body))).toBe(order.missing_amount_qr_text);
  expect(order.missing_amount_qr_text).toContain(`amount=${order.missing_amount}`);
});

test("an unknown order, or one without an address, has no QR image", async () => {
  expect((await picture("/v3/qrs/0f000000-0000-4000-8000-0000000000aa")).status).toBe(404);
  const order = await upstream.move(await upstream.create(), "setup-failure");
  expect((await picture(`/v3/qrs/${order.order_id}`)).status).toBe(404);
});

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  "": [500, 318],
  _500x318: [500, 318],
  _300x190: [300, 190],
};

test.each(["webp", "jpg"].flatMap((type) => Object.keys(SIZES).map((size) => `${size}.${type}`)))(
  "every brand of the first fifty in two countries has its logo as {base}%s",
  async (suffix) => {
    const [width, height] = SIZES[suffix.split(".")[0] ?? ""] ?? [];
    for (const country of ["US", "TR"]) {
      const { all_brands } = asRecord(await upstream.read(`/v2/brands?country_code=${country}`));
      for (const { logo_base_url, brand } of asList(all_brands).slice(0, 50)) {
        const { status, headers, body } = await picture(`${asText(logo_base_url)}${suffix}`);
        expect(status, asText(brand)).toBe(200);
        expect(headers.get("content-type")).toMatch(/^image\//);
        expect(body).toContain(`width="${width}" height="${height}"`);
      }
    }
  },
);

test("the plain logo address is the base with .webp", async () => {
  const { all_brands } = asRecord(await upstream.read("/v2/brands?country_code=TR"));
  const row = pick(all_brands, "brand", "Pazarım");
  expect(row.logo_url).toBe(`${asText(row.logo_base_url)}.webp`);
  expect((await picture(asText(row.logo_url))).body).toContain("Pazarım");
});

test("a logo lies on the colour that the brand's tile has", async () => {
  const { all_brands } = asRecord(await upstream.read("/v2/brands?country_code=US"));
  const row = pick(all_brands, "brand", "Pixelforge");
  expect((await picture(asText(row.logo_url))).body).toContain(`fill="${asText(row.bg_color)}"`);
});

test.each([
  "/logos_v2/x.webp",
  "/logos_v2/a~112233~aa_64x64.webp",
  "/logos_v2/%E0%A4~112233~aa.webp",
  "/icons/x.gif",
])("there is no picture at %s", async (path) => {
  expect((await picture(path)).status).toBe(404);
});

test("every coin has the icon that it names", async () => {
  for (const { logo_url } of asList(await upstream.read("/v3/currencies"))) {
    const { status, headers } = await picture(asText(logo_url));
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^image\//);
  }
});
