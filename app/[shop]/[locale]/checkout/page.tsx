import type { Metadata } from "next";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import { ForgetMissing } from "@/components/checkout/forget-missing";
import { MissingLines } from "@/components/checkout/missing-lines";
import { OpenCart } from "@/components/checkout/open-cart";
import { SellerNote } from "@/components/checkout/seller-note";
import type { CartItem } from "@/lib/cart/cart-item";
import { methodId, preferredMethod } from "@/lib/cart/payment-choice";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop } from "@/lib/shop/current";
import { ordersPath } from "@/lib/urls";
import { toLocale } from "../to-locale";
import { loadCheckout, parseCheckoutQuery } from "./load-checkout";
import { NothingToPay, selfPath, wayOn } from "./nothing-to-pay";
import { toCheckoutLine } from "./to-checkout-line";

type Props = PageProps<"/[shop]/[locale]/checkout">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { checkout } = await loadMessages(toLocale((await params).locale));
  return { title: checkout.metaTitle, robots: { index: false, follow: false } };
}

/** Rendered for each request, because the page's content security policy carries a nonce. */
export default async function CheckoutPage({ params, searchParams }: Props) {
  await connection();
  const { shop: segment, locale: rawLocale } = await params;
  const locale = toLocale(rawLocale);
  setRequestLocale(locale);
  const shop = currentShop(segment);
  const { checkout: messages, product } = await loadMessages(locale);
  const query = parseCheckoutQuery(await searchParams);
  const data = await loadCheckout(shop, locale, query);
  const forget = (items: readonly CartItem[]) =>
    query.isCart ? (
      <ForgetMissing items={items} label={messages.missingForget} locale={locale} />
    ) : null;
  if (data.kind !== "ready") {
    const isMissing = data.kind === "gone" || data.kind === "sold_out";
    return (
      <>
        {data.kind === "nothing_chosen" ? <OpenCart locale={locale} /> : null}
        <NothingToPay {...wayOn(data, query, locale, messages)}>
          {isMissing ? forget(query.items) : null}
        </NothingToPay>
      </>
    );
  }

  const { found, methods } = data;
  const missing = data.missing.map(({ item }) => item);
  const preferred = preferredMethod(methods, { coin: query.coin, defaults: shop.defaults });
  if (!preferred) {
    const again = { href: selfPath(locale, query), label: messages.tryAgain };
    const { noMethodsTitle: title, noMethodsText: text } = messages;
    return <NothingToPay icon="clock" title={title} text={text} action={again} />;
  }
  return (
    <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-6 px-4 py-6 sm:px-6 sm:py-10">
      <h1 className="font-semibold text-2xl sm:text-3xl">{messages.title}</h1>
      <noscript>
        <p className="rounded-card border border-line bg-warn-soft px-4 py-3">
          {messages.noScript}
        </p>
      </noscript>
      {missing.length > 0 ? (
        <MissingLines missing={data.missing} messages={messages}>
          {forget(missing)}
        </MissingLines>
      ) : null}
      <CheckoutForm
        locale={locale}
        messages={messages}
        lines={found.map((one, index) =>
          toCheckoutLine(one, index, { locale, messages, fitWords: product.fit }),
        )}
        missing={missing}
        isCart={query.isCart}
        methods={methods}
        preferred={methodId(preferred)}
        networkFees={shop.payment.networkFees}
        ordersHref={ordersPath(locale)}
        accountHref={shop.support.accountUrl}
        verificationHref={shop.support.verificationUrl}
        seller={<SellerNote style={shop.disclosure.style} messages={messages} />}
      />
    </div>
  );
}
