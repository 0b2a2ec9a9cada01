import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { brandTexts } from "@/app/[shop]/[locale]/[country]/[brand]/brand-data";
import { readWords } from "@/app/[shop]/[locale]/read-words";
import { BrandLogo } from "@/components/catalog/brand-logo";
import { AmountForm } from "@/components/product/amount-form";
import { toAmountOptions, toAmountRange } from "@/components/product/amount-option";
import { fitAnswers } from "@/components/product/fit-answers";
import { ProductFacts } from "@/components/product/product-facts";
import { RedemptionTexts } from "@/components/product/redemption-texts";
import { RetryButton } from "@/components/shop/retry-button";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readBrand } from "@/lib/catalog/read-brand";
import { readCoins } from "@/lib/catalog/read-coins";
import type { BrandPage } from "@/lib/contract/catalog";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { frameCheckoutPath } from "@/lib/embed/frame-path";
import { fill } from "@/lib/i18n/fill";
import { type FrameParams, findFrame, findFrameCountry } from "../../find-frame";
import { FrameMissing } from "../../frame-missing";

type Props = { params: Promise<FrameParams & { country: string; brand: string }> };

async function find({ params }: Props) {
  const { country: asked, brand: slug, ...rest } = await params;
  const frame = findFrame(rest);
  const { shop, locale } = frame;
  const country = findFrameCountry(frame, asked);
  const options = { coin: shop.defaults.coin, lang: locale };
  const page = country && (await readBrand(shop, country.code, slug, options));
  return { ...frame, country, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, country, page } = await find(props);
  if (!country || !page) notFound();
  return { title: brandTexts(page, country.name, (await readWords(locale)).product).title };
}

/** One brand inside another site: what it is, and the form to buy it. */
export default async function FrameBrandPage(props: Props) {
  await connection();
  const { locale } = findFrame(await props.params);
  setRequestLocale(locale);
  const { common, product: words } = await readWords(locale);
  try {
    const { shop, theme, country, page } = await find(props);
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
    const retry = <RetryButton label={common.error.retry} />;
    return <UnavailableView words={common.error} locale={locale} retry={retry} />;
  }
}

const isForSale = ({ brand, products }: BrandPage): boolean =>
  !brand.outOfStock && products.length > 0;
