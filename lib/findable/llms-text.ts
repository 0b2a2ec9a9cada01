import { COUNTRY_CODES, countryName } from "../catalog/countries";
import { fill } from "../i18n/fill";
import { LOCALE_NAMES, LOCALES, type Locale } from "../i18n/locales";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { browsePath, homePath } from "../urls";

type LlmsWords = typeof import("@/messages/en/findable.json")["llms"];

/** What the shop is and how to use it, for programs that read on behalf of a person. */
export function llmsText(shop: Shop, locale: Locale, words: LlmsWords): string {
  const { country, coin } = shop.defaults;
  const shown = COUNTRY_CODES.filter((code) => sellsIn(shop, code));
  const link = (label: string, path: string) => `- [${label}](${shop.url}${path})`;
  const brands = fill(words.brands, { country: countryName(country, locale) });
  return [
    `# ${shop.name}`,
    "",
    `> ${fill(words.summary, { shop: shop.name, count: shown.length }, locale)}`,
    "",
    `- ${words.seller}`,
    `- ${words.country}`,
    `- ${words.payment}`,
    `- ${words.person}`,
    "",
    `## ${words.pagesTitle}`,
    "",
    link(words.countries, homePath(locale)),
    link(brands, browsePath(locale, country)),
    link(words.help, `/${locale}/help`),
    link(words.terms, `/${locale}/terms`),
    link(words.privacy, `/${locale}/privacy`),
    link(words.sitemap, "/sitemap.xml"),
    "",
    `## ${words.dataTitle}`,
    "",
    link(words.catalogue, `/api/catalog/${country}`),
    link(words.brand, `/api/catalog/${country}/brands/{slug}?coin=${coin}`),
    link(words.methods, "/api/payment-methods"),
    link(words.api, "/api/openapi.json"),
    "",
    `## ${words.languagesTitle}`,
    "",
    ...LOCALES.map((language) => link(LOCALE_NAMES[language], homePath(language))),
    "",
  ].join("\n");
}
