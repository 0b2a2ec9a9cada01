import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { brandTexts } from "@/app/[shop]/[locale]/[country]/[brand]/brand-data";
import { type BrandParams, findBrand } from "@/app/[shop]/[locale]/[country]/[brand]/find-brand";
import { BrandLogo } from "@/components/catalog/brand-logo";
import { AmountForm } from "@/components/product/amount-form";
import { toAmountOptions, toAmountRange } from "@/components/product/amount-option";
import { fitAnswers } from "@/components/product/fit-answers";
import { ProductFacts } from "@/components/product/product-facts";
import { RedemptionTexts } from "@/components/product/redemption-texts";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readCoins } from "@/lib/catalog/read-coins";
import type { BrandPage } from "@/lib/contract/catalog";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { frameCheckoutPath } from "@/lib/embed/frame-path";
import { fill } from "@/lib/i18n/fill";
import { loadMessages } from "@/lib/i18n/messages";
import { type FrameParams, findFrame } from "../../find-frame";
import { FrameMissing } from "../../frame-missing";

type Props = { params: Promise<FrameParams & BrandParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, country, page } = await findBrand(await params);
  if (!country || !page) notFound();
  return { title: brandTexts(page, country.name, (await loadMessages(locale)).product).title };
}

/** One brand inside another site: what it is, and the form to buy it. */
export default async function FrameBrandPage({ params }: Props) {
  await connection();
  const { locale, theme } = findFrame(await params);
  setRequestLocale(locale);
  const { common, product: words } = await loadMessages(locale);
  try {
    const { shop, country, page } = await findBrand(await params);
    if (!country || !page) {
      return <FrameMissing locale={locale} />;
    }
    const { brand, redemption } = page;
    const context = { locale, words };
    return (
      <div className="mx-auto grid w-full max-w-reading gap-6 px-4 py-6 sm:px-6">
        <header className="flex items-center gap-4">
          <BrandLogo brand={brand} sizes="128px" className="w-28 shrink-0" />
          <h1 className="min-w-0 font-bold text-2xl [overflow-wrap:anywhere]">{brand.name}</h1>
        </header>
        <ProductFacts page={page} country={country.name} locale={locale} words={words} />
        <Card>
          {isForSale(page) ? (
            <AmountForm
              action={frameCheckoutPath(locale)}
              hidden={theme === "auto" ? {} : { theme }}
              withCart={false}
              country={country.code}
              slug={brand.slug}
              locale={locale}
              words={words.form}
              options={toAmountOptions(page, context)}
              range={toAmountRange(page, context)}
              coins={await readCoins(shop)}
              homeCoin={shop.defaults.coin}
              inDays={words.plan.units.DAY}
              fits={fitAnswers(page, { country, locale, words: words.fit })}
              fitWords={words.fit}
            />
          ) : (
            <div className="p-4 sm:p-6">
              <Notice tone="warn" title={fill(words.out.title, { brand: brand.name })}>
                {words.out.text}
              </Notice>
            </div>
          )}
        </Card>
        <RedemptionTexts redemption={redemption} brand={brand.name} locale={locale} words={words} />
      </div>
    );
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return <UnavailableView words={common.error} locale={locale} />;
  }
}

const isForSale = ({ brand, products }: BrandPage): boolean =>
  !brand.outOfStock && products.length > 0;
