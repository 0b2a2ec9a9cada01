import { type FitVerdict, isRisky, regionFit, type UsePlace } from "@/lib/checkout/region-fit";
import type { BrandPage, Product } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { FitAnswers } from "./fit-of";
import type { ProductWords } from "./product-words";
import { regionNames } from "./region-names";

type Context = {
  country: { code: string; name: string };
  locale: string;
  words: ProductWords["fit"];
};

/**
 * What is answered to either answer, by the denomination of each product; a product is missing where the
 * question does not arise. Of a brand whose plans work in different places the sentences speak of `{plan}`,
 * which `fitOf` fills in: so plans for the same places share them, and a page carries no list twice.
 */
export function fitAnswers(
  page: BrandPage,
  context: Context,
): Readonly<Record<string, FitAnswers>> {
  const shared = new Map<string, FitAnswers | undefined>();
  const differ = new Set(page.products.map(whereUsed)).size > 1;
  for (const product of page.products) {
    const isPlan = differ && product.type === "fixed";
    const name = isPlan ? `${page.brand.name} {plan}` : page.brand.name;
    const key = whereUsed(product);
    if (!shared.has(key)) shared.set(key, answersFor(page, product, { ...context, name }));
  }
  return Object.fromEntries(
    page.products.flatMap((product) => {
      const answers = shared.get(whereUsed(product));
      return answers ? [[product.denomination, answers]] : [];
    }),
  );
}

const whereUsed = ({ type, deliversTo, regions = [] }: Product): string =>
  [type, deliversTo, ...regions.toSorted()].join();

type Named = Context & { name: string };

function answersFor(page: BrandPage, product: Product, context: Named): FitAnswers | undefined {
  const { country, words } = context;
  const sold = { country: country.code, redemption: page.redemption, product };
  const answer = (place: UsePlace) => {
    const verdict = regionFit(sold, place);
    return (
      verdict && {
        label: fill(words[place], { country: country.name }),
        verdict: sentence(verdict, context),
        risky: isRisky(verdict, place),
      }
    );
  };
  const [here, elsewhere] = [answer("here"), answer("elsewhere")];
  return here && elsewhere && { here, elsewhere };
}

function sentence(verdict: FitVerdict, { name, country, locale, words }: Named): string {
  const named = regionNames(locale);
  const list = new Intl.ListFormat(locale);
  switch (verdict.kind) {
    case "works":
      return fill(words.works, { brand: name });
    case "only_here":
      return fill(words.onlyHere, { brand: name, country: country.name });
    case "limited": {
      const countries = list.format(verdict.countries.map((code) => named(code).name));
      return fill(words.limited, { brand: name, countries });
    }
  }
}
