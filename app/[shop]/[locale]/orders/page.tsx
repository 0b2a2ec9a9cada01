import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { DeviceOrderList } from "@/components/orders/device-order-list";
import { FindOrder } from "@/components/orders/find-order";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "../to-locale";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ shop: string; locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { orders: messages } = await loadMessages(toLocale((await params).locale));
  return {
    title: messages.title,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function OrdersPage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { orders: messages, order } = await loadMessages(locale);
  return (
    <div className="mx-auto flex w-full max-w-page flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12">
      <header>
        <h1 className="font-semibold text-2xl leading-tight sm:text-3xl">{messages.title}</h1>
        <p className="mt-2 max-w-prose text-muted">{messages.intro}</p>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <DeviceOrderList messages={messages} order={order} locale={locale} />
          <noscript>
            <p className="mt-4">{messages.noscript}</p>
          </noscript>
        </div>
        <section
          aria-labelledby="find-title"
          className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6"
        >
          <h2 id="find-title" className="font-semibold text-lg">
            {messages.find.title}
          </h2>
          <p className="mt-1 mb-5 text-muted text-sm">{messages.find.text}</p>
          <FindOrder messages={messages} locale={locale} />
        </section>
      </div>
    </div>
  );
}
