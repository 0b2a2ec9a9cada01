import { knowsCoin } from "@/lib/catalog/knows-coin";
import { readBrand } from "@/lib/catalog/read-brand";
import { cachedJson } from "@/lib/http/cached-json";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";

export const GET = handle<{ country: string; slug: string }>(
  { route: "/api/catalog/[country]/brands/[slug]", limit: "LIMIT_READ" },
  async ({ request, shop, locale }, params) => {
    const country = countryParam(shop, params.country);
    const coin = new URL(request.url).searchParams.get("coin") ?? shop.defaults.coin;
    if (!(await knowsCoin(shop, coin))) throw new HttpProblem("bad_request");
    const page = await readBrand(shop, country, params.slug, { coin, lang: locale });
    if (!page) throw new HttpProblem("not_found");
    // Without `?lang=` the texts follow the browser's languages, and a shared cache must know.
    return cachedJson(request, page, { maxAgeSeconds: 60, vary: "Accept-Language" });
  },
);
