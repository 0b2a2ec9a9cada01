import { readBrand } from "@/lib/catalog/read-brand";
import { cachedJson } from "@/lib/http/cached-json";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";

/** A coin's ticker; anything else would only fill the cache with answers nobody can use. */
const COIN = /^[A-Za-z0-9.]{2,12}$/;

export const GET = handle<{ country: string; slug: string }>(
  { route: "/api/catalog/[country]/brands/[slug]", limit: "LIMIT_READ" },
  async ({ request, shop, locale }, params) => {
    const country = countryParam(shop, params.country);
    const coin = new URL(request.url).searchParams.get("coin") ?? shop.defaults.coin;
    if (!COIN.test(coin)) throw new HttpProblem("bad_request");
    const page = await readBrand(shop, country, params.slug, { coin, lang: locale });
    if (!page) throw new HttpProblem("not_found");
    return cachedJson(request, page, 60);
  },
);
