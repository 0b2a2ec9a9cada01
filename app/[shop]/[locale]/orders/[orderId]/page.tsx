import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import type { OrderMessages } from "@/components/order/order-messages";
import { OrderPanel } from "@/components/order/order-panel";
import { OrderUnavailable } from "@/components/order/order-unavailable";
import type { OrdersMessages } from "@/components/orders/orders-messages";
import { RecoveryView } from "@/components/orders/recovery-view";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { loadOrder } from "@/lib/order-access/load-order";
import { currentShop } from "@/lib/shop/current";

// No loading file and no Suspense above the access check: the status must be the true one.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ shop: string; locale: string; orderId: string }> };

/** Read once for the head and the page, so that both tell the same state. */
const loadOnce = cache((segment: string, reference: string, locale: Locale) =>
  loadOrder(currentShop(segment), reference, locale),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop: segment, locale, orderId } = await params;
  if (!isLocale(locale)) notFound();
  const loaded = await loadOnce(segment, orderId, locale);
  if (loaded.kind === "denied") notFound();
  const { order } = await orderMessages(locale);
  const title =
    loaded.kind === "view" ? order.title[loaded.view.phase] : order.unavailable.shortTitle;
  return {
    title: { absolute: `${title} · ${currentShop(segment).name}` },
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    // Phones turn digits into telephone links, also those of an address or an amount.
    formatDetection: { telephone: false, address: false, email: false, date: false },
  };
}

export default async function OrderPage({ params }: Props) {
  const { shop: segment, locale: asked, orderId } = await params;
  const locale = isLocale(asked) ? asked : LOCALES[0];
  setRequestLocale(locale);
  const loaded = await loadOnce(segment, orderId, locale);
  const { order, orders } = await orderMessages(locale);
  if (loaded.kind === "denied") return <RecoveryView messages={orders} locale={locale} />;
  if (loaded.kind === "unavailable") return <OrderUnavailable messages={order} />;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <OrderPanel
        initial={loaded.view}
        messages={order}
        locale={locale}
        shopName={currentShop(segment).name}
        demo={loaded.demo}
      />
    </div>
  );
}

async function orderMessages(
  locale: Locale,
): Promise<{ order: OrderMessages; orders: OrdersMessages }> {
  // Every language has the keys of the first one; a test holds them to it.
  return (await loadMessages(locale)) as unknown as {
    order: OrderMessages;
    orders: OrdersMessages;
  };
}
