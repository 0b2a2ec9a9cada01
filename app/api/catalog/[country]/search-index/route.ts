import { readSearchIndex } from "@/lib/catalog/read-search-index";
import { cachedText } from "@/lib/http/cached-json";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";

/** The index as the library wrote it; a browser takes it as a text and reads it with the same library. */
export const GET = handle<{ country: string }>(
  { route: "/api/catalog/[country]/search-index", limit: "LIMIT_READ" },
  async ({ request, shop, locale }, params) => {
    const index = await readSearchIndex(shop, countryParam(shop, params.country), locale);
    const options = { maxAgeSeconds: 60, vary: "Accept-Language" };
    return cachedText(request, index, options, () => index.json);
  },
);
