import { knowsCoin } from "@/lib/catalog/knows-coin";
import { quotePrice } from "@/lib/catalog/quote-price";
import { readBrand } from "@/lib/catalog/read-brand";
import { rangeFault } from "@/lib/checkout/range-fault";
import { countryParam } from "@/lib/http/country-param";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";

const VALUE = /^\d{1,9}(\.\d{1,8})?$/;

/** The price of a value within a range; a fixed product's price stands in its brand page. */
export const GET = handle(
  { route: "/api/price", limit: "LIMIT_PRICE" },
  async ({ request, shop, locale, identity }) => {
    const query = new URL(request.url).searchParams;
    const country = countryParam(shop, query.get("country"));
    const value = query.get("value") ?? "";
    const coin = query.get("coin") ?? "";
    if (!VALUE.test(value) || !(await knowsCoin(shop, coin))) throw new HttpProblem("bad_request");
    const page = await readBrand(shop, country, query.get("brand") ?? "", { coin, lang: locale });
    if (!page) throw new HttpProblem("not_found");
    const range = page.products.find((product) => product.type === "range")?.range;
    if (!range || rangeFault(value, range)) throw new HttpProblem("bad_request");
    const quote = await quotePrice(shop, identity(), {
      country,
      brandName: page.brand.name,
      value,
      currency: range.currency,
      coin,
    });
    return privateJson(quote);
  },
);
