import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { OrderPanel } from "@/components/order/order-panel";
import { OrderUnavailable } from "@/components/order/order-unavailable";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop } from "@/lib/shop/current";
import { toLocale } from "../../to-locale";
import { loadOrder } from "./load-order";

// No loading file and no Suspense above the access check: the status must be the true one.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ shop: string; locale: string; orderId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop: segment, locale, orderId } = await params;
  const loaded = await loadOrder(segment, orderId);
  if (loaded.kind === "denied") notFound();
  const { order } = await loadMessages(toLocale(locale));
  const title =
    loaded.kind === "view" ? order.title[loaded.view.phase] : order.unavailable.shortTitle;
  return {
    title,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function OrderPage({ params }: Props) {
  const { shop: segment, locale: asked, orderId } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const loaded = await loadOrder(segment, orderId);
  // The form for strangers stands in the not-found view, so that buyers load nothing of it.
  if (loaded.kind === "denied") notFound();
  const { order, wallet } = await loadMessages(locale);
  if (loaded.kind === "unavailable") return <OrderUnavailable messages={order} />;
  return (
    <div className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-12">
      <OrderPanel
        initial={loaded.view}
        messages={order}
        locale={locale}
        shopName={currentShop(segment).name}
        demo={loaded.demo}
        wallet={{ words: wallet, solana: loaded.solanaWallets }}
      />
    </div>
  );
}
