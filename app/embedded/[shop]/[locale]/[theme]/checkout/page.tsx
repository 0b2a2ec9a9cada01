import type { Metadata } from "next";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import { loadCheckout, parseCheckoutQuery } from "@/app/[shop]/[locale]/checkout/load-checkout";
import { NothingToPay, wayOn } from "@/app/[shop]/[locale]/checkout/nothing-to-pay";
import { toCheckoutLine } from "@/app/[shop]/[locale]/checkout/to-checkout-line";
import { MissingLines } from "@/components/checkout/missing-lines";
import { SellerNote } from "@/components/checkout/seller-note";
import { FrameCheckout } from "@/components/embed/frame-checkout";
import { methodId, preferredMethod } from "@/lib/cart/payment-choice";
import { framePath } from "@/lib/embed/frame-path";
import { env } from "@/lib/env/server";
import { loadMessages } from "@/lib/i18n/messages";
import { issueFramePass } from "@/lib/order-access/frame-pass";
import { ordersPath } from "@/lib/urls";
import { type FrameParams, findFrame } from "../find-frame";
import { FrameMissing } from "../frame-missing";

type Props = {
  params: Promise<FrameParams>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = findFrame(await params);
  return { title: (await loadMessages(locale)).checkout.metaTitle };
}

/** From the details to the delivered code in one page, whose memory alone holds the right to the order. */
export default async function FrameCheckoutPage({ params, searchParams }: Props) {
  await connection();
  const { shop, locale, theme } = findFrame(await params);
  setRequestLocale(locale);
  const { checkout: messages, embed, order, product } = await loadMessages(locale);
  const query = parseCheckoutQuery(await searchParams);
  const data = await loadCheckout(shop, locale, query);
  if (data.kind === "gone" || data.kind === "nothing_chosen") {
    return <FrameMissing locale={locale} />;
  }
  if (data.kind !== "ready") return <NothingToPay {...wayOn(data, query, locale, messages)} />;
  const { found, missing, methods } = data;
  const preferred = preferredMethod(methods, { coin: query.coin, defaults: shop.defaults });
  if (!preferred) {
    const { noMethodsTitle: title, noMethodsText: text, tryAgain: label } = messages;
    return <NothingToPay icon="clock" title={title} text={text} action={{ href: "", label }} />;
  }
  return (
    <div className="grid gap-6 px-4 py-6 sm:px-6">
      {missing.length > 0 ? <MissingLines missing={missing} messages={messages} /> : null}
      <FrameCheckout
        pass={issueFramePass(shop.id, Date.now())}
        words={embed}
        orderWords={order}
        shopName={shop.name}
        demo={env().DEMO === "1"}
        emptyHref={framePath({ locale, theme, country: shop.defaults.country })}
        checkout={{
          locale,
          messages,
          lines: found.map((one, index) =>
            toCheckoutLine(one, index, { locale, messages, fitWords: product.fit }),
          ),
          methods,
          preferred: methodId(preferred),
          networkFees: shop.payment.networkFees,
          ordersHref: ordersPath(locale),
          accountHref: shop.support.accountUrl,
          verificationHref: shop.support.verificationUrl,
          seller: <SellerNote style={shop.disclosure.style} messages={messages} />,
        }}
      />
    </div>
  );
}
