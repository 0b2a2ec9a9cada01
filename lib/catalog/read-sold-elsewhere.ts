import "server-only";
import type { SoldElsewhere } from "../contract/search";
import { fold, matchRank } from "../search/fold";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { readBrands } from "./read-brands";

/** The largest catalogues, which are in the cache of a busy shop anyway; no others are asked. */
const ASKED = ["US", "GB", "DE", "FR", "ES", "IT", "TR", "BR"];
const MOST_ANSWERS = 4;
/** A name must begin with the question, or one of its words must. */
const LEAST_RANK = 2;

/** Where else a brand of this name is sold, as far as a few large countries can tell. */
export async function readSoldElsewhere(
  shop: Shop,
  here: string,
  question: string,
): Promise<SoldElsewhere[]> {
  const query = fold(question);
  if (query.length < 2) return [];
  const countries = [...new Set([shop.defaults.country, ...ASKED])].filter(
    (code) => code !== here && sellsIn(shop, code),
  );
  const answers = await Promise.allSettled(
    countries.map(async (country) => ({ country, brand: await bestOf(shop, country, query) })),
  );
  return answers
    .flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []))
    .flatMap(({ country, brand }) => (brand ? [{ country, ...brand }] : []))
    .slice(0, MOST_ANSWERS);
}

async function bestOf(shop: Shop, country: string, query: string) {
  const { brands } = await readBrands(shop, country);
  const [best] = brands
    .filter(({ outOfStock }) => !outOfStock)
    .map(({ slug, name }) => ({ slug, name, rank: matchRank(fold(name), query) }))
    .filter(({ rank }) => rank >= LEAST_RANK)
    .sort((left, right) => right.rank - left.rank);
  return best && { slug: best.slug, name: best.name };
}
