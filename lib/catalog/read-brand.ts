import "server-only";
import type { BrandPage, DeliveryTarget, Redemption } from "../contract/catalog";
import { getProducts } from "../cryptorefills/client";
import type { ProductGroup } from "../cryptorefills/schemas/product";
import { upstreamLang } from "../i18n/upstream-lang";
import type { Shop } from "../shop/schema";
import { htmlToBlocks } from "./html-to-blocks";
import { sharedIdentity } from "./identity";
import { readBrands } from "./read-brands";
import { sharedCache } from "./shared-cache";
import { toProduct } from "./to-product";

const read = sharedCache<BrandPage>({
  name: "products",
  maxEntries: 3_000,
  ttlSeconds: 180,
  isEmpty: ({ products }) => products.length === 0,
});

type Options = { coin: string; lang: string };

/**
 * A brand of a country with its products, priced in a coin; `undefined` when the country has none by
 * that slug, which costs no call of its own.
 * @throws UpstreamError
 */
export async function readBrand(
  shop: Shop,
  country: string,
  slug: string,
  { coin, lang }: Options,
): Promise<BrandPage | undefined> {
  const { brands } = await readBrands(shop, country);
  const brand = brands.find((candidate) => candidate.slug === slug);
  if (!brand) return undefined;
  const language = upstreamLang(lang);
  const key = [shop.id, shop.revision, country, brand.brandId, coin, language].join("|");
  return read(key, async () => {
    const groups = await getProducts(sharedIdentity(shop), {
      country,
      brand_name: brand.name,
      coin,
      lang: language,
    });
    const group = groups.find(({ brand_id }) => brand_id === brand.brandId);
    const products = (group?.products ?? []).map(toProduct).filter((product) => !!product);
    const targets = [...new Set(products.map(({ deliversTo }) => deliversTo))];
    return {
      brand: {
        ...brand,
        outOfStock: brand.outOfStock || (group?.is_out_of_stock ?? false),
        deliversTo: commonTarget(targets),
      },
      redemption: toRedemption(group, country),
      products,
    };
  });
}

function commonTarget(targets: readonly DeliveryTarget[]): BrandPage["brand"]["deliversTo"] {
  const [only, second] = targets;
  return second === undefined ? (only ?? "unknown") : "mixed";
}

function toRedemption(group: ProductGroup | undefined, country: string): Redemption {
  const rich = group?.rich_description;
  const blocks = (html: string | undefined) => {
    const tree = htmlToBlocks(html);
    return tree.length > 0 ? tree : undefined;
  };
  const region = htmlToBlocks(rich?.redeem_geo)
    .flatMap((block) => (block.type === "list" ? [] : block.children.map(({ text }) => text)))
    .join(" ");
  // A bare code says nothing that the country's own name does not say better.
  const saysMore = region !== "" && region.toUpperCase() !== country;
  return {
    description: blocks(rich?.description),
    howToRedeem: blocks(rich?.how_to_redeem),
    terms: blocks(rich?.term_and_conditions),
    note: blocks(rich?.note),
    ...(saysMore ? { region } : {}),
    methods: [...new Set(group?.redeem_method ?? [])],
    ...(rich?.locale === undefined ? {} : { locale: rich.locale }),
  };
}
