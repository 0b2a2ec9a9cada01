import { readHome } from "@/lib/catalog/read-home";
import { cachedJson } from "@/lib/http/cached-json";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";

export const GET = handle<{ country: string }>(
  { route: "/api/catalog/[country]/home", limit: "LIMIT_READ" },
  async ({ request, shop }, params) => {
    const country = countryParam(shop, params.country);
    const found = await readHome(shop, country);
    return cachedJson(request, found, { maxAgeSeconds: 60 }, (rows) => ({ country, rows }));
  },
);
