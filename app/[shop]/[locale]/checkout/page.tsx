import type { Metadata } from "next";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { BrandLogo } from "@/components/catalog/brand-logo";
import { shelfOf } from "@/components/catalog/shelf-of";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import type { CheckoutMessages } from "@/components/checkout/checkout-types";
import { ProductTerms } from "@/components/checkout/product-terms";
import { SellerNote } from "@/components/checkout/seller-note";
import { methodId, preferredMethod } from "@/lib/cart/payment-choice";
import { phoneExample } from "@/lib/cart/phone-example";
import { countryName } from "@/lib/catalog/countries";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop } from "@/lib/shop/current";
import { brandPath, ordersPath } from "@/lib/urls";
import { toLocale } from "../read-words";
import { loadCheckout, parseCheckoutQuery } from "./load-checkout";
import { NothingToPay, selfPath, wayOn } from "./nothing-to-pay";

type Props = PageProps<"/[shop]/[locale]/checkout">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = await checkoutMessages(toLocale((await params).locale));
  return { title: messages.metaTitle, robots: { index: false, follow: false } };
}

/** Rendered for each request, because the page's content security policy carries a nonce. */
export default async function CheckoutPage({ params, searchParams }: Props) {
  await connection();
  const { shop: segment, locale: rawLocale } = await params;
  const locale = toLocale(rawLocale);
  setRequestLocale(locale);
  const shop = currentShop(segment);
  const messages = await checkoutMessages(locale);
  const query = parseCheckoutQuery(await searchParams);
  const data = await loadCheckout(shop, locale, query);
  if (data.kind !== "ready") {
    return <NothingToPay {...wayOn(data, query, locale, messages)} />;
  }

  const { page, product, methods } = data;
  const { brand, redemption } = page;
  const country = query.country ?? shop.defaults.country;
  const preferred = preferredMethod(methods, { coin: query.coin, defaults: shop.defaults });
  if (!preferred) {
    const again = { href: selfPath(locale, query), label: messages.tryAgain };
    const { noMethodsTitle: title, noMethodsText: text } = messages;
    return <NothingToPay icon="clock" title={title} text={text} action={again} />;
  }
  const hasTerms = !!(redemption.howToRedeem ?? redemption.terms ?? redemption.note);
  return (
    <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-6 px-4 py-6 sm:px-6 sm:py-10">
      <h1 className="font-semibold text-2xl sm:text-3xl">{messages.title}</h1>
      <noscript>
        <p className="rounded-card border border-line bg-warn-soft px-4 py-3">
          {messages.noScript}
        </p>
      </noscript>
      <CheckoutForm
        locale={locale}
        messages={messages}
        choice={{
          country,
          countryName: countryName(country, locale),
          slug: brand.slug,
          brandId: brand.brandId,
          brandName: brand.name,
          product,
          value: query.value,
          region: redemption.region,
          isEsim: shelfOf(brand) === "esim",
          productHref: brandPath(locale, country, brand.slug),
        }}
        logo={<BrandLogo brand={brand} sizes="96px" eager className="w-24 shrink-0 text-xs" />}
        methods={methods}
        preferred={methodId(preferred)}
        networkFees={shop.payment.networkFees}
        ordersHref={ordersPath(locale)}
        phoneExample={product.deliversTo === "phone" ? phoneExample(country) : undefined}
        utmSource={shop.acquisition.utmSource}
        terms={hasTerms ? <ProductTerms redemption={redemption} messages={messages} /> : undefined}
        seller={<SellerNote style={shop.disclosure.style} messages={messages} />}
      />
    </div>
  );
}

async function checkoutMessages(locale: Locale): Promise<CheckoutMessages> {
  // Every language has the same keys; a test holds them equal.
  return (await loadMessages(locale)).checkout as CheckoutMessages;
}
