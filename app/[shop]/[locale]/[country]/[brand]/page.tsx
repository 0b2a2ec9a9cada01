import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { toTileBrand } from "@/components/catalog/tile-brand";
import { ProductView } from "@/components/product/product-view";
import { JsonLd } from "@/components/shop/json-ld";
import { NotFoundView } from "@/components/shop/not-found-view";
import { RetryButton } from "@/components/shop/retry-button";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { readBrand } from "@/lib/catalog/read-brand";
import { readBrands } from "@/lib/catalog/read-brands";
import { readCoins } from "@/lib/catalog/read-coins";
import type { BrandPage } from "@/lib/contract/catalog";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import type { Shop } from "@/lib/shop/schema";
import { brandPath } from "@/lib/urls";
import { pageMetadata } from "../../page-metadata";
import { readWords } from "../../read-words";
import { type CountryParams, findCountry } from "../find-country";
import { orderBrands } from "../order-brands";
import { brandData, brandTexts } from "./brand-data";

export const revalidate = 180;

const RELATED = 6;

export function generateStaticParams(): [] {
  return [];
}

type Params = CountryParams & { brand: string };
type Props = { params: Promise<Params> };

async function find(params: Params) {
  const place = findCountry(params);
  const { shop, locale, country } = place;
  const options = { coin: shop.defaults.coin, lang: locale };
  const page = country && (await readBrand(shop, country.code, params.brand, options));
  return { ...place, page };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, locale, country, page } = await find(await params);
  if (!country || !page) notFound();
  const { product } = await readWords(locale);
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
  const { common, catalog, product } = await readWords(locale);
  try {
    const { shop, country, page } = await find(await params);
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
    const { error: words } = common;
    const retry = <RetryButton label={words.retry} />;
    return <UnavailableView words={words} locale={locale} retry={retry} />;
  }
}

async function readRelated(shop: Shop, country: string, { brand }: BrandPage) {
  return orderBrands(await readBrands(shop, country))
    .filter(({ slug, category }) => category === brand.category && slug !== brand.slug)
    .slice(0, RELATED)
    .map(toTileBrand);
}
