import "server-only";
import { getBrands } from "../cryptorefills/client";
import { env } from "../env/server";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { sharedIdentity } from "./identity";
import { sharedCache } from "./shared-cache";
import { type Catalogue, toCatalogue } from "./to-catalogue";

const read = sharedCache<Catalogue>({
  name: "brands",
  maxEntries: 300,
  ttlSeconds: 180,
  isEmpty: ({ brands }) => brands.length === 0,
});

/**
 * What the shop sells in a country; nothing where it does not sell, without asking.
 * @throws UpstreamError when nothing is known of the country yet.
 */
export async function readBrands(shop: Shop, country: string): Promise<Catalogue> {
  if (!sellsIn(shop, country)) return { country, brands: [], categories: [], popularIds: [] };
  return read(`${shop.id}|${shop.revision}|${country}`, async () =>
    toCatalogue(
      await getBrands(sharedIdentity(shop), country),
      country,
      shop,
      new URL(env().API_URL).origin,
    ),
  );
}
