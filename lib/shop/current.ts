import "server-only";
import { allEnvironment, env } from "../env/server";
import { LOCALES } from "../i18n/locales";
import type { LegalText } from "./parse-legal";
import type { LegalPageName } from "./read-legal";
import { type LoadedShop, readShops } from "./read-shops";
import type { Shop } from "./schema";
import type { ShopFile } from "./shop-files";

type Registry = {
  bySegment: ReadonlyMap<string, LoadedShop>;
  byHost: ReadonlyMap<string, LoadedShop>;
  fallback: LoadedShop | undefined;
};

const holder = globalThis as typeof globalThis & { __storefrontShops?: Registry };

/** @throws Error with a line for each fault of each shop. */
function loadShops(): Registry {
  const { SHOPS_DIR, SITE_URL, DEFAULT_SHOP, UNKNOWN_HOST } = env();
  const { shops, faults } = readShops({
    dir: SHOPS_DIR,
    siteUrl: SITE_URL,
    defaultShop: DEFAULT_SHOP,
    locales: LOCALES,
    environment: allEnvironment(),
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const fallback = shops.find(({ shop }) => shop.id === DEFAULT_SHOP);
  return {
    bySegment: new Map(shops.map((loaded) => [shopSegment(loaded.shop), loaded])),
    byHost: new Map(shops.map((loaded) => [new URL(loaded.shop.url).host, loaded])),
    fallback: UNKNOWN_HOST === "default" ? fallback : undefined,
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
  const loaded = registry().bySegment.get(decodeURIComponent(segment));
  if (!loaded) throw new Error("Unknown shop segment");
  return loaded.shop;
}

/**
 * The shop of a Host header. A host that no shop names gets the default shop, or none where the
 * configuration says so.
 */
export function shopForHost(host: string | null | undefined): Shop | undefined {
  const { byHost, fallback } = registry();
  return (byHost.get(plainHost(host ?? "")) ?? fallback)?.shop;
}

/** As addresses are compared: lower case, without the port that goes without saying or a final dot. */
function plainHost(host: string): string {
  const lower = host.toLowerCase().replace(/:(80|443)$/, "");
  return lower.replace(/\.(?=$|:)/, "");
}

export function allShops(): Shop[] {
  return [...registry().bySegment.values()].map(({ shop }) => shop);
}

const loadedOf = (shop: Shop) => registry().bySegment.get(shopSegment(shop));

/** A file of a shop by the name that its configuration gives it. */
export function shopFile(shop: Shop, name: string | undefined): ShopFile | undefined {
  return name === undefined ? undefined : loadedOf(shop)?.files.get(name);
}

/** A file of a shop by its public address; another shop's file is not there. */
export function shopFileAt(shop: Shop, path: string): ShopFile | undefined {
  return [...(loadedOf(shop)?.files.values() ?? [])].find((file) => file.path === path);
}

export type ShopLegal = LegalText & { locale: string };

/** The shop's own text of a page: in this language, else in the shop's; else none. */
export function shopLegal(shop: Shop, page: LegalPageName, asked: string): ShopLegal | undefined {
  const texts = loadedOf(shop)?.legal;
  for (const locale of [asked, shop.defaults.locale]) {
    const text = texts?.get(`${page}.${locale}`);
    if (text) return { ...text, locale };
  }
  return undefined;
}
