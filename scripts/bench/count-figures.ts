import { startDemo } from "../start-demo";
import { askTwice } from "./ask-twice";
import { manyBrands, SIZES } from "./many-brands";
import { pageWeight } from "./page-weight";
import { placeOrder } from "./place-order";
import { startBaseline } from "./start-baseline";

const PAGES = {
  home: "/en/us",
  browse: "/en/us/browse",
  brand: "/en/us/pixelforge",
  checkout: "/en/checkout",
} as const;

export type PageName = keyof typeof PAGES | "order";
export type Counted = {
  minimalScriptKb: number;
  scriptKb: Record<PageName, number>;
  htmlKb: Record<PageName, number>;
  /** Compressed HTML of a browse page by the number of brands. */
  browseHtmlKb: Record<string, number>;
  /** Milliseconds of the first answer with the catalogue of a country that nobody has asked for, by its brands. */
  firstFillMs: Record<string, number>;
  upstreamCalls: { coldCountry: number; warmCountry: number; thousandVisitors: number };
  /** How many of two answers were sent to who knew the catalogue, or packed anew. */
  catalogue: { sentAgain: number; packedAgain: number };
};

const LIMITS = { LIMIT_READ: "100000/60", LIMIT_ORDERS: "1000/600", LIMIT_VALIDATIONS: "1000/600" };

/** Everything that comes out the same on every machine. The shop must be built. */
export async function countFigures(): Promise<Counted> {
  const minimal = await startBaseline();
  const demo = await startDemo({ shopPort: 0, sandboxPort: 0, env: LIMITS });
  try {
    // First, while the shop knows nothing yet.
    const upstreamCalls = await countUpstreamCalls(demo.shopUrl, demo.sandboxUrl);
    const order = await placeOrder(demo.shopUrl);
    const weights = {
      home: await pageWeight(demo.shopUrl + PAGES.home),
      browse: await pageWeight(demo.shopUrl + PAGES.browse),
      brand: await pageWeight(demo.shopUrl + PAGES.brand),
      checkout: await pageWeight(demo.shopUrl + PAGES.checkout),
      order: await pageWeight(order.url, { cookie: order.cookie }),
    };
    const each = <T>(pick: (weight: (typeof weights)["home"]) => T) => ({
      home: pick(weights.home),
      browse: pick(weights.browse),
      brand: pick(weights.brand),
      checkout: pick(weights.checkout),
      order: pick(weights.order),
    });
    return {
      minimalScriptKb: (await pageWeight(minimal.url)).scriptKb,
      scriptKb: each(({ scriptKb }) => scriptKb),
      htmlKb: each(({ htmlKb }) => htmlKb),
      ...(await fillCountries(demo.sandboxUrl)),
      upstreamCalls,
      catalogue: await askTwice(`${demo.shopUrl}/api/catalog/US`),
    };
  } finally {
    minimal.stop();
    await demo.stop();
  }
}

async function countUpstreamCalls(shopUrl: string, sandboxUrl: string) {
  const calls = async (visit: () => Promise<unknown>) => {
    await fetch(`${sandboxUrl}/__control/log`, { method: "DELETE" });
    await visit();
    // What a page has begun in the background belongs to the visit.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const log: unknown = await (await fetch(`${sandboxUrl}/__control/log`)).json();
    return Array.isArray(log) ? log.length : Number.NaN;
  };
  const visit = async (country: string) => {
    for (const path of ["", "/browse"])
      await (await fetch(`${shopUrl}/en/${country}${path}`)).text();
    await (await fetch(`${shopUrl}/api/catalog/${country}`)).text();
  };
  const coldCountry = await calls(() => visit("de"));
  const warmCountry = await calls(() => visit("de"));
  const thousandVisitors = await calls(async () => {
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(
        Array.from({ length: 50 }, async () => (await fetch(`${shopUrl}/en/fr`)).arrayBuffer()),
      );
    }
  });
  return { coldCountry, warmCountry, thousandVisitors };
}

async function fillCountries(sandboxUrl: string) {
  const upstream = await manyBrands(sandboxUrl);
  const demo = await startDemo({
    shopPort: 0,
    sandboxPort: 0,
    env: { ...LIMITS, API_URL: upstream.url },
  });
  const browseHtmlKb: Record<string, number> = {};
  const firstFillMs: Record<string, number> = {};
  try {
    // The first page of a process also loads code.
    await pageWeight(`${demo.shopUrl}/en/us/browse`);
    for (const [country, size] of Object.entries(SIZES)) {
      const started = performance.now();
      await (await fetch(`${demo.shopUrl}/api/catalog/${country}`)).text();
      firstFillMs[size] = Math.round(performance.now() - started);
      const { htmlKb } = await pageWeight(`${demo.shopUrl}/en/${country.toLowerCase()}/browse`);
      browseHtmlKb[size] = htmlKb;
    }
  } finally {
    await demo.stop();
    upstream.stop();
  }
  return { browseHtmlKb, firstFillMs };
}
