import { launchBrowser } from "../browser";
import { startDemo } from "../start-demo";
import { coldStartMs } from "./cold-start";
import { INTERACTIONS, slowestTouch } from "./interactions";
import { type Load, measureLoad } from "./measure-load";
import { measureQuality, type Quality } from "./measure-quality";
import { measureSpeed, type Speed } from "./measure-speed";
import { PAGES, shopPages } from "./shop-pages";
import { startBareServer } from "./start-bare-server";
import { startBaseline } from "./start-baseline";
import { startNginx } from "./start-nginx";
import { type ViewCost, viewCost } from "./view-cost";
import { withLighthouse } from "./visit-with-lighthouse";

export const MINIMAL = "minimal Next app";
export const LANGUAGES = ["en", "tr", "ar"] as const;
const LIMITS = { LIMIT_READ: "100000/60", LIMIT_ORDERS: "1000/600", LIMIT_VALIDATIONS: "1000/600" };

export type Measured = {
  speed: Record<string, Speed>;
  /** By language, then by page. */
  quality: Record<string, Record<string, Quality>>;
  touchMs: Record<string, number>;
  load: Record<string, Load>;
  coldStartMs: number;
  viewCost: Record<string, ViewCost>;
};

/** Everything that takes a clock, beside baselines of the same run. The shop must be built. */
export async function measureFigures(): Promise<Measured> {
  const cold = await coldStartMs();
  const costs = await viewCost();
  const minimal = await startBaseline();
  const demo = await startDemo({
    shopPort: 0,
    sandboxPort: 0,
    env: { ...LIMITS, TRUST_PROXY: "1" },
  });
  try {
    const load = await measureServers(demo, minimal.url);
    const touchMs = await measureTouches(demo.shopUrl);
    const browsed = await withLighthouse(async (visit) => {
      const pages = await shopPages(demo.shopUrl, "en");
      const speed = await measureSpeed(visit, [{ name: MINIMAL, url: minimal.url }, ...pages]);
      const quality: Measured["quality"] = {};
      for (const language of LANGUAGES) {
        const judged = await shopPages(demo.shopUrl, language);
        const named = judged.filter(({ name }) => name !== "browse");
        quality[language] = await measureQuality(visit, named);
      }
      return { speed, quality };
    });
    return { ...browsed, touchMs, load, coldStartMs: cold, viewCost: costs };
  } finally {
    minimal.stop();
    await demo.stop();
  }
}

async function measureServers(
  { shopUrl, ports }: { shopUrl: string; ports: { shop: number } },
  minimalUrl: string,
): Promise<Record<string, Load>> {
  const path = `/en${PAGES.home}`;
  const page = await (await fetch(shopUrl + path)).text();
  const bare = await startBareServer(page);
  const nginx = await startNginx(`127.0.0.1:${ports.shop}`, page);
  try {
    const host = new URL(shopUrl).host;
    return await measureLoad([
      { name: MINIMAL, url: minimalUrl },
      { name: "this shop", url: shopUrl + path },
      { name: "node:http", url: bare.url },
      ...(nginx
        ? [
            { name: "shipped nginx, cached page", url: nginx.proxyUrl + path, headers: { host } },
            { name: "nginx, the same file", url: nginx.fileUrl },
          ]
        : []),
    ]);
  } finally {
    bare.stop();
    nginx?.stop();
  }
}

async function measureTouches(shopUrl: string): Promise<Record<string, number>> {
  const browser = await launchBrowser();
  const touches: Record<string, number> = {};
  try {
    for (const name of Object.keys(INTERACTIONS) as (keyof typeof INTERACTIONS)[]) {
      const page = await browser.newPage();
      touches[name] = await slowestTouch(page, name, shopUrl);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return touches;
}
