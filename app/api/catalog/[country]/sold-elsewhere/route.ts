import { readSoldElsewhere } from "@/lib/catalog/read-sold-elsewhere";
import { countryParam } from "@/lib/http/country-param";
import { handle, privateJson } from "@/lib/http/handle";

const LONGEST = 80;

/** Where else something is sold that this country does not have. */
export const GET = handle<{ country: string }>(
  { route: "/api/catalog/[country]/sold-elsewhere", limit: "LIMIT_PRICE" },
  async ({ request, shop }, params) => {
    const country = countryParam(shop, params.country);
    const question = new URL(request.url).searchParams.get("q") ?? "";
    const found = await readSoldElsewhere(shop, country, question.slice(0, LONGEST));
    return privateJson({ found });
  },
);
