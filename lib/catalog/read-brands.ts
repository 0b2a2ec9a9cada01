import "server-only";
import { getBrands } from "../cryptorefills/client";
import { env } from "../env/server";
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

/** @throws UpstreamError when nothing is known of the country yet. */
export function readBrands(shop: Shop, country: string): Promise<Catalogue> {
  return read(`${shop.id}|${shop.revision}|${country}`, async () =>
    toCatalogue(
      await getBrands(sharedIdentity(shop), country),
      country,
      shop,
      new URL(env().API_URL).origin,
    ),
  );
}
