import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { StillOrder } from "@/components/order/still-order";
import { NotFoundView } from "@/components/shop/not-found-view";
import { demoOrder, isDemoState } from "@/lib/demo/order-fixtures";
import { pseudoMessages } from "@/lib/demo/pseudo-text";
import { env } from "@/lib/env/server";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop } from "@/lib/shop/current";
import { toLocale } from "../../../to-locale";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ shop: string; locale: string; state: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const isShown = (state: string) => env().DEMO === "1" && isDemoState(state);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await params;
  if (!isShown(state)) notFound();
  return { title: state, robots: { index: false, follow: false } };
}

/** One state of the order page by its name, with `?dir=rtl` mirrored and in no language. */
export default async function DemoOrderPage({ params, searchParams }: Props) {
  const { shop: segment, locale: asked, state } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  if (env().DEMO !== "1" || !isDemoState(state)) {
    const { common } = await loadMessages(locale);
    return <NotFoundView words={common.notFound} locale={locale} />;
  }
  const mirrored = (await searchParams).dir === "rtl";
  const shop = currentShop(segment);
  const { order, wallet } = await loadMessages(locale);
  const { email, url } = shop.support;
  return (
    <div className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-12">
      <StillOrder
        {...demoOrder(state, { window: shop.payment, support: { email, url } }, Date.now())}
        messages={mirrored ? pseudoMessages(order) : order}
        walletMessages={mirrored ? pseudoMessages(wallet) : wallet}
        locale={locale}
        shopName={shop.name}
        mirrored={mirrored}
      />
    </div>
  );
}
