import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { BrandBrowser } from "@/components/catalog/brand-browser";
import { CountryEyebrow } from "@/components/catalog/country-eyebrow";
import { SHELVES, shelfOf } from "@/components/catalog/shelf-of";
import { toTileBrand } from "@/components/catalog/tile-brand";
import { JsonLd } from "@/components/shop/json-ld";
import { MessageView } from "@/components/shop/message-view";
import { NotFoundView } from "@/components/shop/not-found-view";
import { RetryButton } from "@/components/shop/retry-button";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { ButtonLink } from "@/components/ui/button";
import { readBrands } from "@/lib/catalog/read-brands";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { breadcrumbData } from "@/lib/findable/breadcrumb-data";
import { categoryName } from "@/lib/i18n/category-name";
import { fill } from "@/lib/i18n/fill";
import { browsePath, countryPath, homePath } from "@/lib/urls";
import { readWords } from "../../read-words";
import { countryMetadata } from "../country-metadata";
import { type CountryParams, findCountry } from "../find-country";
import { orderBrands } from "../order-brands";

export const revalidate = 180;

/** These stand in the page itself; the browser loads the others, so that the page stays light. */
const FIRST_BRANDS = 48;

export function generateStaticParams(): [] {
  return [];
}

type Props = { params: Promise<CountryParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, locale, country } = findCountry(await params);
  if (!country) notFound();
  const { browse } = (await readWords(locale)).catalog;
  return countryMetadata({ shop, locale, country, words: browse, path: browsePath });
}

export default async function BrowsePage({ params }: Props) {
  const { shop, locale, country } = findCountry(await params);
  setRequestLocale(locale);
  const { common, catalog } = await readWords(locale);
  if (!country) {
    return <NotFoundView words={common.notFound} locale={locale} missing="country" />;
  }
  try {
    const catalogue = await readBrands(shop, country.code);
    const { home, browse, tile, kinds, categories, search } = catalog;
    const values = { country: country.name };
    if (catalogue.brands.length === 0) {
      const title = fill(home.emptyTitle, values);
      return (
        <MessageView icon="info" title={title} text={fill(home.emptyText, values)}>
          <ButtonLink href={homePath(locale)} size="lg">
            {home.emptyAction}
          </ButtonLink>
        </MessageView>
      );
    }
    const present = new Set(catalogue.brands.map(shelfOf));
    const names = new Intl.Collator(locale);
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
        <BrandBrowser
          country={country}
          locale={locale}
          words={{ browse, tile, kinds, categories, search }}
          first={orderBrands(catalogue).slice(0, FIRST_BRANDS).map(toTileBrand)}
          total={catalogue.brands.length}
          revision={shop.revision}
          kinds={SHELVES.filter((shelf) => present.has(shelf))}
          categories={catalogue.categories
            .map(({ key }) => ({ key, name: categoryName(key, categories) }))
            .sort((a, b) => names.compare(a.name, b.name))}
        />
      </div>
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const { error: words } = common;
    const retry = <RetryButton label={words.retry} />;
    return <UnavailableView words={words} locale={locale} retry={retry} />;
  }
}
