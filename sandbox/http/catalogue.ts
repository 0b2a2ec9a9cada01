import type { IncomingMessage } from "node:http";
import { logoName } from "../data/brands";
import { presented, productsOf, rangePrice } from "../data/products";
import { pickNumber } from "../data/random";
import { isCoin } from "../data/rates";
import { richDescription } from "../data/texts";
import type { Brand } from "../data/types";
import type { Json } from "../orders/types";
import { originOf } from "./exchange";

type Brands = (country: string) => readonly Brand[];
export type Reply = { status: number; body: unknown };

const ok = (body: unknown): Reply => ({ status: 200, body });
const bad = (detail: string, status = 400): Reply => ({ status, body: { status, detail } });

const PROMOTION = {
  title: "Double points",
  description: "For every order of this brand.",
  terms: "Once for each account.",
  startDate: "2026-01-01",
  endDate: "2030-12-31",
};

function brandRow(brand: Brand, origin: string): Json {
  const base = `${origin}/logos_v2/${logoName(brand)}`;
  const { shape } = brand;
  const label =
    shape.type === "range" || shape.type === "bill"
      ? { min: presented(shape.min, shape.currency), max: presented(shape.max, shape.currency) }
      : shape.type === "plans"
        ? { min: "1 GB 3 days", max: "50 GB 90 days" }
        : "values" in shape
          ? {
              min: presented(Math.min(...shape.values), shape.currency),
              max: presented(Math.max(...shape.values), shape.currency),
            }
          : {};
  return {
    brand_id: brand.id,
    family: brand.family,
    brand: brand.name,
    kind: brand.kind,
    category: brand.category,
    ...(brand.more.length > 0 ? { additional_categories: brand.more } : {}),
    logo_url: `${base}.webp`,
    logo_base_url: base,
    bg_color: brand.noColour ? null : brand.background,
    ...label,
    is_out_of_stock: brand.outOfStock,
    country_code: brand.country,
    product_type: brand.kind === "giftcard" ? "physical" : "digital",
    brand_tags: brand.tags,
  };
}

/** Brands in groups; one that has more categories stands in several of them. */
export function brandsReply(
  brandsOf: Brands,
  country: string | null,
  request: IncomingMessage,
): Reply {
  if (!country) return bad("COUNTRY_CODE_REQUIRED");
  const origin = originOf(request);
  const brands = brandsOf(country);
  const keys = new Map<string, { kind: string; category: string | null; members: Brand[] }>();
  for (const brand of brands) {
    for (const category of [brand.category, ...brand.more]) {
      const key = `${brand.kind}|${category}`;
      const group = keys.get(key) ?? { kind: brand.kind, category, members: [] };
      group.members.push(brand);
      keys.set(key, group);
    }
  }
  return ok({
    country_code: country,
    last_user_purchases: [],
    suggestions: [],
    categories: [...keys.values()].map(({ kind, category, members }) => ({
      kind,
      category,
      popular_brands: members
        .filter(({ popular }) => popular)
        .slice(0, 4)
        .map((brand) => brandRow(brand, origin)),
      brands: members.map((brand) => brandRow(brand, origin)),
    })),
    all_brands: brands.map((brand) => brandRow(brand, origin)),
    popular_brands: brands.filter(({ popular }) => popular).map((brand) => brandRow(brand, origin)),
  });
}

/** A feed of titled rows in most countries, and nothing that anybody knows in the others. */
export function homepageReply(
  brandsOf: Brands,
  country: string | null,
  request: IncomingMessage,
): Reply {
  if (!country) return bad("COUNTRY_CODE_REQUIRED");
  const brands = brandsOf(country);
  if (country !== "US" && country !== "TR") {
    const variant = pickNumber(`home|${country}`, 3);
    if (variant === 0) return ok({});
    if (variant === 1) return ok({ widgets: [{ type: "banner", image: "x" }], version: 3 });
  }
  const origin = originOf(request);
  const row = (title: string, members: readonly Brand[]) => ({
    title,
    type: "carousel",
    brands: members.slice(0, 12).map((brand) => brandRow(brand, origin)),
  });
  const games = brands.filter(({ category }) => category === "games");
  const mobile = brands.filter(({ kind }) => kind === "mobile_recharge");
  const food = brands.filter(({ category }) => category === "food" || category === "groceries");
  const titles =
    country === "TR"
      ? ["Popüler", "Oyun", "Telefon ve eSIM", "Yemek ve market"]
      : ["Popular", "Games", "Phone and eSIM", "Food and groceries"];
  return ok({
    sections: [
      row(
        titles[0] ?? "",
        brands.filter(({ popular }) => popular),
      ),
      row(titles[1] ?? "", games),
      row(titles[2] ?? "", mobile),
      row(titles[3] ?? "", food),
    ],
  });
}

export function productsReply(
  brandsOf: Brands,
  country: string,
  query: URLSearchParams,
  request: IncomingMessage,
): Reply {
  const family = query.get("family_name")?.toLowerCase();
  const name = query.get("brand_name")?.toLowerCase();
  if (!family && !name) return bad("FAMILY_OR_BRAND_REQUIRED");
  const coin = query.get("coin") ?? "USDC";
  if (!isCoin(coin)) return bad("UNKNOWN_COIN");
  const lang = query.get("lang") ?? "en";
  const origin = originOf(request);
  const found = brandsOf(country).filter((brand) =>
    name ? brand.name.toLowerCase() === name : brand.family.toLowerCase() === family,
  );
  return ok(
    found.map((brand) => {
      const { min: _min, max: _max, ...row } = brandRow(brand, origin);
      const products = productsOf(brand, coin);
      const fixed = products?.find(({ denomination }) => denomination !== "range");
      return {
        ...row,
        default_denomination: fixed?.denomination ?? "",
        redeem_method: brand.kind === "giftcard" ? ["Online", "InStore", "Online"] : [],
        product_tc: "",
        rich_description: richDescription(brand, lang),
        products: products?.map((product) => product.row) ?? null,
        ...(brand.promotion ? { promotion: PROMOTION } : {}),
      };
    }),
  );
}

export function priceReply(brandsOf: Brands, query: URLSearchParams): Reply {
  const country = query.get("country_code") ?? "";
  const coin = query.get("coin") ?? "";
  const value = query.get("face_value") ?? "";
  const brand = brandsOf(country).find(({ name }) => name === query.get("brand_name"));
  const product =
    brand && productsOf(brand, coin)?.find(({ denomination }) => denomination === "range");
  if (!brand || !product || !isCoin(coin)) return bad("NOT_FOUND", 404);
  if (!/^\d+(\.\d+)?$/.test(value)) return bad("BAD_REQUEST");
  const amount = rangePrice(brand, value, coin);
  const { face_value: _face, ...row } = product.row;
  return ok({ ...row, coin_amount: amount, original_coin_amount: amount });
}
