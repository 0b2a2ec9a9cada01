import { BrandLogo } from "@/components/catalog/brand-logo";
import type { CheckoutLine, CheckoutMessages } from "@/components/checkout/checkout-types";
import { ProductTerms } from "@/components/checkout/product-terms";
import { fitAnswers } from "@/components/product/fit-answers";
import { fitOf } from "@/components/product/fit-of";
import type { ProductWords } from "@/components/product/product-words";
import { phoneExample } from "@/lib/cart/phone-example";
import { countryName } from "@/lib/catalog/countries";
import type { Locale } from "@/lib/i18n/locales";
import { kindOf } from "@/lib/shop/kinds";
import { brandPath } from "@/lib/urls";
import type { FoundItem } from "./load-checkout";

type Context = {
  locale: Locale;
  messages: CheckoutMessages;
  fitWords: ProductWords["fit"];
};

/** A found item as the checkout shows it, with the parts that only the server draws. */
export function toCheckoutLine(
  { item, page, product }: FoundItem,
  index: number,
  { locale, messages, fitWords }: Context,
): CheckoutLine {
  const { brand, redemption } = page;
  const { country } = item;
  const named = { code: country, name: countryName(country, locale) };
  const fits = fitAnswers(page, { country: named, locale, words: fitWords });
  const fit = fitOf(fits, product.denomination, product.label);
  const hasTerms = !!(redemption.howToRedeem ?? redemption.terms ?? redemption.note);
  return {
    key: `l${index}`,
    // One number is topped up once, and one bill paid once.
    quantity: product.deliversTo === "email" ? item.quantity : 1,
    country,
    countryName: named.name,
    slug: brand.slug,
    brandId: brand.brandId,
    brandName: brand.name,
    product,
    value: "value" in item ? item.value : undefined,
    region: redemption.region,
    isEsim: kindOf(brand) === "esim",
    fitRisks: fit && {
      ...(fit.here.risky && { here: fit.here.verdict }),
      ...(fit.elsewhere.risky && { elsewhere: fit.elsewhere.verdict }),
    },
    productHref: brandPath(locale, country, brand.slug),
    phoneExample: product.deliversTo === "phone" ? phoneExample(country) : undefined,
    logo: <BrandLogo brand={brand} sizes="96px" className="w-24 shrink-0 text-xs" />,
    terms: hasTerms ? <ProductTerms redemption={redemption} messages={messages} /> : undefined,
  };
}
