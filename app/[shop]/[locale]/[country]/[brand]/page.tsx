import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { toTileBrand } from "@/components/catalog/tile-brand";
import { ProductView } from "@/components/product/product-view";
import { JsonLd } from "@/components/shop/json-ld";
import { NotFoundView } from "@/components/shop/not-found-view";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { readBrands } from "@/lib/catalog/read-brands";
import { readCoins } from "@/lib/catalog/read-coins";
import type { BrandPage } from "@/lib/contract/catalog";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { loadMessages } from "@/lib/i18n/messages";
import type { Shop } from "@/lib/shop/schema";
import { brandPath } from "@/lib/urls";
import { pageMetadata } from "../../page-metadata";
import { findCountry } from "../find-country";
import { orderBrands } from "../order-brands";
import { brandData, brandTexts } from "./brand-data";
import { type BrandParams, findBrand } from "./find-brand";

export const revalidate = 180;

const RELATED = 6;

export function generateStaticParams(): [] {
  return [];
}

type Props = { params: Promise<BrandParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, locale, country, page } = await findBrand(await params);
  if (!country || !page) notFound();
  const { product } = await loadMessages(locale);
  const { slug } = page.brand;
  return pageMetadata({
    shop,
    locale,
    ...brandTexts(page, country.name, product),
    path: (language) => brandPath(language, country.code, slug),
    picture: { country: country.code, brand: slug },
  });
}

export default async function BrandRoute({ params }: Props) {
  const { locale } = findCountry(await params);
  setRequestLocale(locale);
  const { common, catalog, product } = await loadMessages(locale);
  try {
    const { shop, country, page } = await findBrand(await params);
    if (!country || !page) {
      const missing = country ?? "country";
      return <NotFoundView words={common.notFound} locale={locale} missing={missing} />;
    }
    const [coins, related] = await Promise.all([
      readCoins(shop),
      readRelated(shop, country.code, page),
    ]);
    return (
      <>
        {brandData({ shop, locale, country, page, words: { product, catalog } }).map((data) => (
          <JsonLd key={data["@type"]} data={data} />
        ))}
        <ProductView
          page={page}
          country={country}
          locale={locale}
          words={{ product, catalog }}
          coins={coins}
          homeCoin={shop.defaults.coin}
          related={related}
        />
      </>
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return <UnavailableView words={common.error} locale={locale} />;
  }
}

async function readRelated(shop: Shop, country: string, { brand }: BrandPage) {
  return orderBrands(await readBrands(shop, country))
    .filter(({ slug, category }) => category === brand.category && slug !== brand.slug)
    .slice(0, RELATED)
    .map(toTileBrand);
}
