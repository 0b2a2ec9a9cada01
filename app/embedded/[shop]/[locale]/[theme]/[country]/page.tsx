import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { CountryBrands } from "@/app/[shop]/[locale]/[country]/country-brands";
import { findCountry } from "@/app/[shop]/[locale]/[country]/find-country";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { readBrands } from "@/lib/catalog/read-brands";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { fill } from "@/lib/i18n/fill";
import { loadMessages } from "@/lib/i18n/messages";
import type { FrameParams } from "../find-frame";
import { FrameMissing } from "../frame-missing";

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
    return (
      <div className="grid gap-6 px-4 py-6 sm:px-6">
        <h1 className="font-bold text-2xl">
          {fill(catalog.browse.metaTitle, { country: country.name })}
        </h1>
        <CountryBrands
          catalogue={catalogue}
          country={country}
          locale={locale}
          words={catalog}
          first={24}
          revision={shop.revision}
        />
      </div>
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return <UnavailableView words={common.error} locale={locale} />;
  }
}
