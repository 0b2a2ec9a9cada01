import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { CountryEyebrow } from "@/components/catalog/country-eyebrow";
import { EmptyCountry } from "@/components/catalog/empty-country";
import { JsonLd } from "@/components/shop/json-ld";
import { NotFoundView } from "@/components/shop/not-found-view";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { readBrands } from "@/lib/catalog/read-brands";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { breadcrumbData } from "@/lib/findable/breadcrumb-data";
import { loadMessages } from "@/lib/i18n/messages";
import { browsePath, countryPath } from "@/lib/urls";
import { CountryBrands } from "../country-brands";
import { countryMetadata } from "../country-metadata";
import { type CountryParams, findCountry } from "../find-country";

export const revalidate = 180;

export function generateStaticParams(): [] {
  return [];
}

type Props = { params: Promise<CountryParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, locale, country } = findCountry(await params);
  if (!country) notFound();
  const { browse } = (await loadMessages(locale)).catalog;
  return countryMetadata({ shop, locale, country, words: browse, path: browsePath });
}

export default async function BrowsePage({ params }: Props) {
  const { shop, locale, country } = findCountry(await params);
  setRequestLocale(locale);
  const { common, catalog } = await loadMessages(locale);
  if (!country) {
    return <NotFoundView words={common.notFound} locale={locale} missing="country" />;
  }
  try {
    const catalogue = await readBrands(shop, country.code);
    const { home, browse } = catalog;
    if (catalogue.brands.length === 0) {
      return <EmptyCountry country={country.name} locale={locale} words={home} />;
    }
    return (
      <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-6 px-4 py-8 sm:px-6 sm:py-10">
        <JsonLd
          data={breadcrumbData([
            { name: country.name, url: `${shop.url}${countryPath(locale, country.code)}` },
            { name: browse.title, url: `${shop.url}${browsePath(locale, country.code)}` },
          ])}
        />
        <header className="grid gap-2">
          <CountryEyebrow country={country} />
          <h1 className="max-w-[24ch] font-bold text-3xl sm:text-4xl">{browse.heading}</h1>
        </header>
        <noscript>{browse.noscript}</noscript>
        <CountryBrands
          catalogue={catalogue}
          country={country}
          locale={locale}
          words={catalog}
          first={48}
          revision={shop.revision}
        />
      </div>
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return <UnavailableView words={common.error} locale={locale} />;
  }
}
