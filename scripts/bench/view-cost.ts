import { indexBrands, searchBrands } from "@/components/catalog/search-brands";
import { toTileBrand } from "@/components/catalog/tile-brand";
import { toCatalogue } from "@/lib/catalog/to-catalogue";
import { upstreamHeaders } from "@/lib/cryptorefills/headers";
import { brandsSchema } from "@/lib/cryptorefills/schemas/brand";
import { packedText } from "@/lib/http/packed-text";
import { LOCALES } from "@/lib/i18n/locales";
import { readShops } from "@/lib/shop/read-shops";
import words from "@/messages/en/catalog.json" with { type: "json" };
import { createSandbox } from "../../sandbox/create-sandbox";
import { multiplied, SIZES } from "./many-brands";
import { median } from "./median";

export type ViewCost = { catalogueUs: number; searchUs: number };

const ROUNDS = 7;
const QUERY = { q: "pix", kind: "all", category: "", sort: "featured" } as const;

/** Microseconds for each brand: on the server from upstream's text to packed JSON, and in a browser for one search. */
export async function viewCost(): Promise<Record<string, ViewCost>> {
  const body = await upstreamBrands();
  const costs: Record<string, ViewCost> = {};
  for (const size of Object.values(SIZES)) {
    const text = multiplied(body, size);
    const { brands } = catalogueOf(text);
    const index = indexBrands(brands.map(toTileBrand), words.categories);
    costs[size] = {
      catalogueUs: await microseconds(size, async () => {
        const catalogue = catalogueOf(text);
        await packedText(catalogue, () => JSON.stringify(catalogue)).packed("gzip");
      }),
      searchUs: await microseconds(size, () => searchBrands(index, QUERY, "en")),
    };
  }
  return costs;
}

async function microseconds(brands: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  // Small lists are worked on several times, or the clock would be most of what is measured.
  const repeats = Math.max(1, Math.round(10_000 / brands));
  for (let round = -1; round < ROUNDS; round += 1) {
    const started = performance.now();
    for (let time = 0; time < repeats; time += 1) await work();
    // The first round compiles.
    if (round >= 0) times.push((performance.now() - started) / repeats);
  }
  return Math.round((median(times) * 1000 * 100) / brands) / 100;
}

const shop = readShops({
  dir: "shops",
  siteUrl: "http://localhost:3000",
  defaultShop: "default",
  locales: LOCALES,
  environment: { PARTNER_ID: "demo-partner" },
}).shops.find((loaded) => loaded.shop.id === "default")?.shop;

function catalogueOf(text: string) {
  if (!shop) throw new Error("the default shop cannot be read");
  return toCatalogue(brandsSchema.parse(JSON.parse(text)), "US", shop, "http://localhost:3000");
}

async function upstreamBrands(): Promise<string> {
  const sandbox = createSandbox();
  const { url } = await sandbox.listen(0);
  try {
    const identity = { partnerId: "demo", version: "0", ip: "127.0.0.1", userAgent: "" };
    const headers = upstreamHeaders(identity);
    return await (await fetch(`${url}/v2/brands?country_code=US`, { headers })).text();
  } finally {
    await sandbox.close();
  }
}
