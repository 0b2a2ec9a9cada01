import type { PaymentMethod } from "../contract/catalog";
import type { BrandsResponse } from "../cryptorefills/schemas/brand";
import { priceSchema, productGroupsSchema } from "../cryptorefills/schemas/product";
import { validationSchema } from "../cryptorefills/schemas/validation";
import type { Shop } from "../shop/schema";
import type { Answer, Question } from "./ask-upstream";
import { checkAnswer } from "./check-answer";
import { countBoth } from "./count-entries";
import { type Finding, ok, wrong } from "./finding";
import { trialOrder, trialProducts } from "./trial-order";

export type Ask = (question: Omit<Question, "api" | "identity">) => Promise<Answer>;
type Trial = {
  ask: Ask;
  brands: BrandsResponse;
  method: PaymentMethod | undefined;
  shop: Shop;
  lang: string;
};

/** Brands are looked through until one sells a fixed amount and one a range. */
const MOST_BRANDS = 8;

/** The products of some brands, the price within one range and the check of one order. */
export async function tryBuying({ ask, brands, method, shop, lang }: Trial): Promise<Finding[]> {
  const { country, coin } = shop.defaults;
  const inStock = [
    ...brands.categories.flatMap((group) => group.brands),
    ...brands.all_brands,
  ].filter(({ is_out_of_stock, kind }) => !is_out_of_stock && kind === "giftcard");
  const names = [...new Set(inStock.map(({ brand }) => brand))].slice(0, MOST_BRANDS);
  if (names.length === 0) {
    return [wrong("upstream", "upstream_empty", { endpoint: "brands", country })];
  }
  const findings: Finding[] = [];
  let priced = false;
  let validated = method === undefined;
  for (const brand of names) {
    const query = { brand_name: brand, coin, lang };
    const answer = await ask({ endpoint: "products", params: { country }, query });
    const products = checkAnswer(answer, {
      schema: productGroupsSchema,
      count: countBoth("products"),
    });
    const isNews = !findings.some(({ says }) => says === products.findings[0]?.says);
    if (isNews) findings.push(...products.findings);
    if (!products.parsed) return findings;
    const { range, fixed } = trialProducts(products.parsed);
    if (range && !priced) {
      priced = true;
      const about = { brand_name: brand, country_code: country, coin, face_value: range.min };
      const price = await ask({ endpoint: "price", query: about });
      findings.push(...checkAnswer(price, { schema: priceSchema }).findings);
    }
    if (fixed?.denomination && method && !validated) {
      validated = true;
      const { denomination } = fixed;
      const body = trialOrder({ country, brand, denomination, method, lang });
      findings.push(...checkValidation(await ask({ endpoint: "validations", body })));
    }
    if (priced && validated) break;
  }
  return findings;
}

/** Problems that an order has are an answer like any other: a shop shows them to buyers. */
function checkValidation(answer: Answer): Finding[] {
  const { findings } = checkAnswer(answer, {
    schema: validationSchema,
    count: countBoth("deliveries"),
  });
  const ms = answer.receivedAtMs - answer.sentAtMs;
  return findings.map((finding) =>
    finding.level === "ok" ? ok("upstream", "upstream_validation", { ms }) : finding,
  );
}
