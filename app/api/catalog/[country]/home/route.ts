import { readHome } from "@/lib/catalog/read-home";
import { cachedJson } from "@/lib/http/cached-json";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";

export const GET = handle<{ country: string }>(
  { route: "/api/catalog/[country]/home", limit: "LIMIT_READ" },
  async ({ request, shop }, params) => {
    const country = countryParam(shop, params.country);
    return cachedJson(request, { country, rows: await readHome(shop, country) }, 60);
  },
);
