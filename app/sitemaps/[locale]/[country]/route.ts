import { readBrands } from "@/lib/catalog/read-brands";
import { sitemapXml } from "@/lib/findable/sitemap-xml";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { xmlReply } from "@/lib/http/xml-reply";
import { isLocale } from "@/lib/i18n/locales";
import { shopLegal } from "@/lib/shop/current";
import type { Shop } from "@/lib/shop/schema";
import { brandPath, browsePath, countryPath, homePath } from "@/lib/urls";

/** The pages of one country in one language; none where nothing is sold. */
export const GET = handle<{ locale: string; country: string }>(
  { route: "/sitemaps/[locale]/[country]", limit: "LIMIT_READ" },
  async ({ shop }, params) => {
    const { locale } = params;
    const file = /^([a-z]{2})\.xml$/.exec(params.country);
    if (!file || !isLocale(locale)) throw new HttpProblem("not_found");
    const country = countryParam(shop, file[1] ?? "");
    const { brands } = await readBrands(shop, country);
    if (brands.length === 0) throw new HttpProblem("not_found");
    // What belongs to no country stands with the shop's own.
    const everywhere =
      country === shop.defaults.country
        ? [homePath(locale), ...textPages(shop, locale).map((page) => `/${locale}/${page}`)]
        : [];
    const paths = [
      ...everywhere,
      countryPath(locale, country),
      browsePath(locale, country),
      ...brands.map(({ slug }) => brandPath(locale, country, slug)),
    ];
    return xmlReply(sitemapXml(paths.map((path) => `${shop.url}${path}`)));
  },
);

function textPages(shop: Shop, locale: string): string[] {
  const hasImprint = shop.legalEntity ?? shopLegal(shop, "imprint", locale);
  return ["help", "terms", "privacy", ...(hasImprint ? ["imprint"] : [])];
}
