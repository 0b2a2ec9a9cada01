import "server-only";
import type { HomeRow } from "../contract/catalog";
import { getHomepage } from "../cryptorefills/client";
import { describeError, log } from "../log";
import type { Shop } from "../shop/schema";
import { sharedIdentity } from "./identity";
import { readBrands } from "./read-brands";
import { sharedCache } from "./shared-cache";
import { toHomeRows } from "./to-home-rows";

const read = sharedCache<HomeRow[]>({
  name: "home",
  maxEntries: 300,
  ttlSeconds: 180,
  isEmpty: (rows) => rows.length === 0,
});

/**
 * The feed is an ornament: without it the rows come from the catalogue.
 * @throws UpstreamError when the catalogue itself is not known.
 */
export function readHome(shop: Shop, country: string): Promise<HomeRow[]> {
  return read(`${shop.id}|${shop.revision}|${country}`, async () => {
    const feed = getHomepage(sharedIdentity(shop), country).catch((error: unknown) => {
      log.warn({ event: "homepage_unread", error: describeError(error) });
      return undefined;
    });
    const [catalogue, content] = await Promise.all([readBrands(shop, country), feed]);
    return toHomeRows(content, catalogue, shop.catalogue.featuredBrands);
  });
}
