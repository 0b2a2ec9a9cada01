import { type FitVerdict, isRisky, regionFit, type UsePlace } from "@/lib/checkout/region-fit";
import type { BrandPage } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { ProductWords } from "./product-words";
import type { FitAnswers } from "./region-fit-field";
import { regionNames } from "./region-names";

type Context = {
  country: { code: string; name: string };
  locale: string;
  words: ProductWords["fit"];
};

/** What is answered to either answer; nothing where the question does not arise. */
export function fitAnswers(page: BrandPage, context: Context): FitAnswers | undefined {
  const answer = (place: UsePlace) => {
    const verdict = regionFit({ ...page, country: context.country.code }, place);
    return (
      verdict && {
        label: fill(context.words[place], { country: context.country.name }),
        verdict: sentence(verdict, page, context),
        risky: isRisky(verdict, place),
      }
    );
  };
  const [here, elsewhere] = [answer("here"), answer("elsewhere")];
  return here && elsewhere && { here, elsewhere };
}

function sentence(
  verdict: FitVerdict,
  { brand }: BrandPage,
  { country, locale, words }: Context,
): string {
  const named = regionNames(locale);
  const list = new Intl.ListFormat(locale);
  switch (verdict.kind) {
    case "works":
      return fill(words.works, { brand: brand.name });
    case "only_here":
      return fill(words.onlyHere, { brand: brand.name, country: country.name });
    case "limited": {
      const countries = list.format(verdict.countries.map((code) => named(code).name));
      return fill(words.limited, { brand: brand.name, countries });
    }
  }
}
