import "server-only";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "../env/server";
import { type Shop, shopSchema } from "./schema";

type Registry = { bySegment: Map<string, Shop>; byHost: Map<string, Shop>; fallback: Shop };

const holder = globalThis as typeof globalThis & { __storefrontShops?: Registry };

/**
 * Reads every `shops/<id>/shop.json`.
 * @throws Error naming the file and the rule of each fault.
 */
function loadShops(): Registry {
  const { SHOPS_DIR, SITE_URL, DEFAULT_SHOP } = env();
  const faults: string[] = [];
  const shops: Shop[] = [];
  for (const entry of readdirSync(/*turbopackIgnore: true*/ SHOPS_DIR, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = join(/*turbopackIgnore: true*/ SHOPS_DIR, entry.name, "shop.json");
    try {
      const text = readFileSync(/*turbopackIgnore: true*/ file, "utf8");
      const result = shopSchema.safeParse(JSON.parse(text));
      if (!result.success) {
        for (const issue of result.error.issues) {
          faults.push(`${file}: ${issue.path.join(".") || "(file)"} ${issue.message}`);
        }
        continue;
      }
      const url = (result.data.url ?? SITE_URL).replace(/\/+$/, "");
      const revision = createHash("sha256").update(text).update(url).digest("hex").slice(0, 10);
      shops.push({ ...result.data, id: entry.name, url, revision });
    } catch (error) {
      faults.push(`${file}: ${error instanceof SyntaxError ? "is not JSON" : "cannot be read"}`);
    }
  }
  const fallback = shops.find((shop) => shop.id === DEFAULT_SHOP);
  if (!fallback) faults.push(`${SHOPS_DIR}: there is no shop "${DEFAULT_SHOP}"`);
  if (faults.length > 0 || !fallback) throw new Error(faults.join("\n"));
  return {
    bySegment: new Map(shops.map((shop) => [shopSegment(shop), shop])),
    byHost: new Map(shops.map((shop) => [new URL(shop.url).host, shop])),
    fallback,
  };
}

function registry(): Registry {
  holder.__storefrontShops ??= loadShops();
  return holder.__storefrontShops;
}

/** The internal path segment that stands for a shop and one revision of its configuration. */
export function shopSegment(shop: Shop): string {
  return `${shop.id}~${shop.revision}`;
}

/** The shop that a page is rendered for. Throws for a segment that the proxy did not write. */
export function currentShop(segment: string): Shop {
  const shop = registry().bySegment.get(decodeURIComponent(segment));
  if (!shop) throw new Error("Unknown shop segment");
  return shop;
}

/** The shop of a host; a host that no shop names gets the default shop. */
export function shopForHost(host: string | null | undefined): Shop {
  return registry().byHost.get(host ?? "") ?? registry().fallback;
}

export function allShops(): Shop[] {
  return [...registry().bySegment.values()];
}
