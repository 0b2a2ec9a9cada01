"use client";

import { useEffect } from "react";
import { OrderProvider } from "@/components/order/order-context";
import type { OrderMessages } from "@/components/order/order-messages";
import { OrderStory } from "@/components/order/order-story";
import { useOrderStream } from "@/components/order/use-order-stream";
import { Notice } from "@/components/ui/notice";
import { WalletProvider } from "@/components/wallet/wallet-context";
import type { OrderView } from "@/lib/contract/order-view";
import type { Locale } from "@/lib/i18n/locales";
import { parentSite } from "./parent-site";

type Props = {
  initial: OrderView;
  messages: OrderMessages;
  locale: Locale;
  shopName: string;
  demo: boolean;
  /** That this page cannot be opened again, and what to do about it. */
  hint: string;
};

/** The order page within a frame: it polls, offers no wallet of the browser, and tells the site around. */
export function FrameOrder({ messages, locale, initial, hint, demo, shopName }: Props) {
  return (
    <OrderProvider messages={messages} locale={locale}>
      <WalletProvider setup={undefined} reference={initial.reference} demo={demo}>
        <ToldOrder initial={initial} locale={locale} hint={hint} demo={demo} shopName={shopName} />
      </WalletProvider>
    </OrderProvider>
  );
}

function ToldOrder({ initial, locale, hint, demo, shopName }: Omit<Props, "messages">) {
  const live = useOrderStream(initial, locale);
  const { reference, phase, final } = live.view;
  useEffect(() => parentSite.tell({ type: "order", reference, phase }), [reference, phase]);
  return (
    <div className="grid gap-6">
      {final ? null : <Notice tone="info">{hint}</Notice>}
      <OrderStory {...live} shopName={shopName} demo={demo} />
    </div>
  );
}
