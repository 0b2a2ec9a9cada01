import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { findCountry } from "@/app/[shop]/[locale]/[country]/find-country";
import { orderBrands } from "@/app/[shop]/[locale]/[country]/order-brands";
import { BrandBrowser } from "@/components/catalog/brand-browser";
import { SHELVES, shelfOf } from "@/components/catalog/shelf-of";
import { toTileBrand } from "@/components/catalog/tile-brand";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { readBrands } from "@/lib/catalog/read-brands";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { categoryName } from "@/lib/i18n/category-name";
import { fill } from "@/lib/i18n/fill";
import { loadMessages } from "@/lib/i18n/messages";
import type { FrameParams } from "../find-frame";
import { FrameMissing } from "../frame-missing";

const FIRST_BRANDS = 24;

type Props = { params: Promise<FrameParams & { country: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, country } = findCountry(await params);
  if (!country) notFound();
  const { browse } = (await loadMessages(locale)).catalog;
  return { title: fill(browse.metaTitle, { country: country.name }) };
}

/** All brands of a country inside another site. */
export default async function FrameCountryPage({ params }: Props) {
  await connection();
  const { shop, locale, country } = findCountry(await params);
  setRequestLocale(locale);
  if (!country) {
    return <FrameMissing locale={locale} />;
  }
  const { common, catalog } = await loadMessages(locale);
  try {
    const catalogue = await readBrands(shop, country.code);
    const { browse, tile, kinds, categories, search } = catalog;
    const present = new Set(catalogue.brands.map(shelfOf));
    const names = new Intl.Collator(locale);
    return (
      <div className="grid gap-6 px-4 py-6 sm:px-6">
        <h1 className="font-bold text-2xl">{fill(browse.metaTitle, { country: country.name })}</h1>
        <BrandBrowser
          country={country}
          locale={locale}
          words={{ browse, tile, kinds, categories, search }}
          first={orderBrands(catalogue).slice(0, FIRST_BRANDS).map(toTileBrand)}
          total={catalogue.brands.length}
          kinds={SHELVES.filter((shelf) => present.has(shelf))}
          categories={catalogue.categories
            .map(({ key }) => ({ key, name: categoryName(key, categories) }))
            .sort((a, b) => names.compare(a.name, b.name))}
          revision={shop.revision}
        />
      </div>
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return <UnavailableView words={common.error} locale={locale} />;
  }
}
