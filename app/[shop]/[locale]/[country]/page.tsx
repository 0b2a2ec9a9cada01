import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { CountryHome } from "@/components/catalog/country-home";
import { toTileBrand } from "@/components/catalog/tile-brand";
import { NotFoundView } from "@/components/shop/not-found-view";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { readBrands } from "@/lib/catalog/read-brands";
import { readHome } from "@/lib/catalog/read-home";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { loadMessages } from "@/lib/i18n/messages";
import { takesCoin, takesNetwork } from "@/lib/shop/rules";
import { countryPath } from "@/lib/urls";
import { countryMetadata } from "./country-metadata";
import { type CountryParams, findCountry } from "./find-country";

export const revalidate = 180;

export function generateStaticParams(): [] {
  return [];
}

type Props = { params: Promise<CountryParams> };

/** What fails here gives the answer its status, while the page below still writes its own view. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, locale, country } = findCountry(await params);
  if (!country) notFound();
  const { home } = (await loadMessages(locale)).catalog;
  await readHome(shop, country.code);
  return countryMetadata({ shop, locale, country, words: home, path: countryPath });
}

export default async function CountryPage({ params }: Props) {
  const { shop, locale, country } = findCountry(await params);
  setRequestLocale(locale);
  const { common, catalog } = await loadMessages(locale);
  if (!country) {
    return <NotFoundView words={common.notFound} locale={locale} missing="country" />;
  }
  try {
    const [{ brands, categories }, rows] = await Promise.all([
      readBrands(shop, country.code),
      readHome(shop, country.code),
    ]);
    return (
      <CountryHome
        country={country}
        locale={locale}
        words={catalog}
        total={brands.length}
        categories={categories}
        rows={rows.map((row) => ({ ...row, brands: row.brands.map(toTileBrand) }))}
        revision={shop.revision}
        takesUsdc={takesCoin(shop, "USDC") && takesNetwork(shop, "Solana")}
        opening={{
          title: shop.home.title?.[locale],
          text: shop.home.text?.[locale],
          hasGround: !!(shop.theme.light.hero ?? shop.theme.dark.hero),
        }}
      />
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return <UnavailableView words={common.error} locale={locale} />;
  }
}
