import { readBrands } from "@/lib/catalog/read-brands";
import { cachedJson } from "@/lib/http/cached-json";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";

export const GET = handle<{ country: string }>(
  { route: "/api/catalog/[country]", limit: "LIMIT_READ" },
  async ({ request, shop }, params) => {
    const country = countryParam(shop, params.country);
    const catalogue = await readBrands(shop, country);
    return cachedJson(request, catalogue, { maxAgeSeconds: 60 }, ({ brands, categories }) => ({
      country,
      brands,
      categories,
    }));
  },
);
