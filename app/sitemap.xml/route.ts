import { readSellingCountries } from "@/lib/catalog/read-selling-countries";
import { sitemapIndexXml } from "@/lib/findable/sitemap-xml";
import { handle } from "@/lib/http/handle";
import { xmlReply } from "@/lib/http/xml-reply";
import { LOCALES } from "@/lib/i18n/locales";

/** One sitemap for each language of each country that has something to sell. */
export const GET = handle({ route: "/sitemap.xml", limit: "LIMIT_READ" }, async ({ shop }) => {
  const countries = await readSellingCountries(shop);
  const urls = LOCALES.flatMap((locale) =>
    countries.map((code) => `${shop.url}/sitemaps/${locale}/${code.toLowerCase()}.xml`),
  );
  return xmlReply(sitemapIndexXml(urls));
});
