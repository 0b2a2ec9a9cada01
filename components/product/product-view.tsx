import type { ReactNode } from "react";
import { BrandLogo } from "@/components/catalog/brand-logo";
import { BrandShelf } from "@/components/catalog/brand-shelf";
import type { CatalogWords } from "@/components/catalog/catalog-words";
import type { TileBrand } from "@/components/catalog/tile-brand";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { SoftLink } from "@/components/ui/soft-link";
import type { BrandPage } from "@/lib/contract/catalog";
import { categoryName } from "@/lib/i18n/category-name";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { browsePath, categoryPath, checkoutPath, countryPath } from "@/lib/urls";
import { AmountForm } from "./amount-form";
import { toAmountOptions, toAmountRange } from "./amount-option";
import { fitAnswers } from "./fit-answers";
import { ProductFacts } from "./product-facts";
import type { ProductWords } from "./product-words";
import { RedemptionTexts } from "./redemption-texts";

type Props = {
  page: BrandPage;
  country: { code: string; name: string };
  locale: Locale;
  words: { product: ProductWords; catalog: CatalogWords };
  coins: readonly string[];
  homeCoin: string;
  related: readonly TileBrand[];
};

export function ProductView(props: Props) {
  const { page, country, locale, words, related } = props;
  const { brand, redemption } = page;
  const { product, catalog } = words;
  const category = categoryName(brand.category, catalog.categories);
  const categoryHref = categoryPath(locale, country.code, brand.category);
  return (
    <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-8 px-4 py-6 sm:px-6 sm:py-8">
      <Crumbs {...props} category={category} categoryHref={categoryHref} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-x-12">
        <header className="grid gap-6">
          <div className="flex items-center gap-4 sm:gap-6">
            <BrandLogo
              brand={brand}
              sizes="(min-width: 40rem) 224px, 128px"
              className="w-32 shrink-0 sm:w-56"
            />
            <div className="min-w-0">
              <h1 className="font-bold text-2xl [overflow-wrap:anywhere] sm:text-3xl">
                {brand.name}
              </h1>
              <p className="mt-1 text-muted">{category}</p>
            </div>
          </div>
          <ProductFacts page={page} country={country.name} locale={locale} words={product} />
        </header>
        <div className="buy-box lg:row-span-2">
          <BuyBox {...props} category={category} categoryHref={categoryHref} />
        </div>
        <RedemptionTexts
          redemption={redemption}
          brand={brand.name}
          locale={locale}
          words={product}
        />
      </div>
      {related.length > 1 ? (
        <BrandShelf
          id="related"
          title={fill(product.relatedTitle, { category })}
          brands={related}
          country={country.code}
          locale={locale}
          words={catalog}
          allHref={categoryHref}
        />
      ) : null}
    </div>
  );
}

type Placed = Props & { category: string; categoryHref: string };

/** The form, or in plain words why there is none and where to go instead. */
function BuyBox({ page, country, locale, words, coins, homeCoin, category, categoryHref }: Placed) {
  const { brand, products } = page;
  const { product } = words;
  const values = { brand: brand.name, country: country.name };
  if (brand.outOfStock || products.length === 0) {
    const [title, text] = brand.outOfStock
      ? [product.out.title, product.out.text]
      : [product.out.emptyTitle, product.out.emptyText];
    return (
      <Card className="grid gap-4 p-4 sm:p-6">
        <Notice tone="warn" title={fill(title, values)}>
          {text}
        </Notice>
        <ButtonLink href={categoryHref}>{fill(product.out.category, { category })}</ButtonLink>
        <ButtonLink href={browsePath(locale, country.code)} variant="secondary">
          {fill(product.out.browse, values)}
        </ButtonLink>
      </Card>
    );
  }
  const context = { locale, words: product };
  const { form } = product;
  return (
    <Card>
      <AmountForm
        // The state of one brand's form must not survive into another's.
        key={brand.slug}
        action={checkoutPath(locale, [])}
        country={country.code}
        slug={brand.slug}
        locale={locale}
        words={form}
        options={toAmountOptions(page, context)}
        range={toAmountRange(page, context)}
        coins={coins}
        homeCoin={homeCoin}
        inDays={product.plan.units.DAY}
        fits={fitAnswers(page, { country, locale, words: product.fit })}
        fitWords={product.fit}
      />
      <p className="flex items-start gap-2 border-line border-t px-4 py-4 text-muted text-sm sm:px-6">
        <Icon name="shield" size={18} className="mt-px" />
        {product.disclosure}
      </p>
    </Card>
  );
}

function Crumbs({ page, country, locale, words, category, categoryHref }: Placed): ReactNode {
  const steps = [
    { href: countryPath(locale, country.code), label: country.name },
    { href: categoryHref, label: category },
  ];
  return (
    <nav aria-label={words.product.crumbs} className="-my-2 text-sm">
      <ol className="flex flex-wrap items-center gap-x-1">
        {steps.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-1 text-muted">
            <SoftLink
              href={href}
              className="inline-flex min-h-11 items-center text-ink hover:underline"
            >
              {label}
            </SoftLink>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        <li aria-current="page" className="truncate text-muted">
          {page.brand.name}
        </li>
      </ol>
    </nav>
  );
}
