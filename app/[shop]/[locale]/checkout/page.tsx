import type { Metadata } from "next";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import type { ComponentProps } from "react";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import { CheckoutNotice } from "@/components/checkout/checkout-notice";
import type { CheckoutMessages } from "@/components/checkout/checkout-types";
import { SellerNote } from "@/components/checkout/seller-note";
import { isUsable, methodId, preferredMethod } from "@/lib/cart/payment-choice";
import { phoneExample } from "@/lib/cart/phone-example";
import { countryName } from "@/lib/catalog/countries";
import type { BrandPage } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop } from "@/lib/shop/current";
import { brandPath, browsePath, checkoutPath, homePath, ordersPath } from "@/lib/urls";
import {
  type CheckoutData,
  type CheckoutQuery,
  loadCheckout,
  parseCheckoutQuery,
} from "./load-checkout";

type Props = PageProps<"/[shop]/[locale]/checkout">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = await checkoutMessages(toLocale((await params).locale));
  return { title: messages.metaTitle, robots: { index: false, follow: false } };
}

/** Rendered for each request: the page carries a nonce, and prices are never older than a minute. */
export default async function CheckoutPage({ params, searchParams }: Props) {
  await connection();
  const { shop: segment, locale: rawLocale } = await params;
  const locale = toLocale(rawLocale);
  setRequestLocale(locale);
  const shop = currentShop(segment);
  const messages = await checkoutMessages(locale);
  const query = parseCheckoutQuery(await searchParams);
  const data = await loadCheckout(shop, locale, query);
  if (data.kind !== "ready")
    return <CheckoutNotice {...noticeFor(data, query, locale, messages)} />;

  const { page, product, methods } = data;
  const { brand, redemption } = page;
  const country = query.country ?? shop.defaults.country;
  const preferred = preferredMethod(methods, { coin: query.coin, defaults: shop.defaults });
  if (!preferred || !methods.some(isUsable)) {
    const again = { href: selfPath(locale, query), label: messages.tryAgain };
    const { noMethodsTitle: title, noMethodsText: text } = messages;
    return <CheckoutNotice icon="clock" title={title} text={text} action={again} />;
  }
  return (
    <div className="grid gap-6 py-6 sm:py-8">
      <h1 className="font-semibold text-2xl sm:text-3xl">{messages.title}</h1>
      <noscript>{messages.noScript}</noscript>
      <CheckoutForm
        locale={locale}
        messages={messages}
        choice={{
          country,
          countryName: countryName(country, locale),
          slug: brand.slug,
          brandId: brand.brandId,
          brandName: brand.name,
          logo: { url: brand.logo.url, background: brand.logo.background },
          product,
          value: query.value,
          region: redemption.region,
          productHref: brandPath(locale, country, brand.slug),
        }}
        methods={methods}
        preferred={methodId(preferred)}
        ordersHref={ordersPath(locale)}
        phoneExample={product.deliversTo === "phone" ? phoneExample(country) : undefined}
        utmSource={shop.acquisition.utmSource}
        terms={<Terms redemption={redemption} />}
        seller={<SellerNote style={shop.disclosure.style} messages={messages} />}
      />
    </div>
  );
}

type Notice = ComponentProps<typeof CheckoutNotice>;
type Missing = Exclude<CheckoutData, { kind: "ready" }>;

function noticeFor(
  data: Missing,
  query: CheckoutQuery,
  locale: Locale,
  messages: CheckoutMessages,
): Notice {
  const { country } = query;
  const catalogue = {
    href: country === undefined ? homePath(locale) : browsePath(locale, country),
    label: messages.toCatalogue,
  };
  const product = (page: BrandPage) => ({
    href: brandPath(locale, country ?? "", page.brand.slug),
    label: messages.toProduct,
  });
  switch (data.kind) {
    case "nothing_chosen":
      return {
        icon: "receipt",
        title: messages.emptyTitle,
        text: messages.emptyText,
        action: catalogue,
      };
    case "gone":
      return {
        icon: "search",
        title: messages.goneTitle,
        text: messages.goneText,
        ...(data.page ? { action: product(data.page), other: catalogue } : { action: catalogue }),
      };
    case "sold_out":
      return {
        icon: "info",
        title: messages.soldOutTitle,
        text: fill(messages.soldOutText, { brand: data.page.brand.name }),
        action: catalogue,
      };
    case "unavailable":
      return {
        icon: "warning",
        title: messages.downTitle,
        text: messages.downText,
        action: { href: selfPath(locale, query), label: messages.tryAgain },
        other: catalogue,
      };
  }
}

function selfPath(locale: Locale, { country = "", slug = "", ...rest }: CheckoutQuery): string {
  return checkoutPath(locale, { country, slug, ...rest });
}

function toLocale(value: string): Locale {
  return isLocale(value) ? value : LOCALES[0];
}

async function checkoutMessages(locale: Locale): Promise<CheckoutMessages> {
  // Every language has the same keys; a test holds them equal.
  return (await loadMessages(locale)).checkout as CheckoutMessages;
}
