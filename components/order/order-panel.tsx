"use client";

import { WalletProvider, type WalletSetup } from "@/components/wallet/wallet-context";
import type { OrderView } from "@/lib/contract/order-view";
import type { Locale } from "@/lib/i18n/locales";
import { OrderProvider, useOrderContext } from "./order-context";
import type { OrderMessages } from "./order-messages";
import { OrderStory } from "./order-story";
import { useOrderDevice } from "./use-order-device";
import { useOrderStream } from "./use-order-stream";

type Props = {
  initial: OrderView;
  messages: OrderMessages;
  locale: Locale;
  /** Ends every title of the document. */
  shopName: string;
  demo: boolean;
  /** Without it the page offers no wallet of this browser. */
  wallet?: WalletSetup;
};

/** The whole order page below its header: first what the server knew, then live. */
export function OrderPanel({ messages, locale, wallet, ...rest }: Props) {
  return (
    <OrderProvider messages={messages} locale={locale}>
      <WalletProvider setup={wallet} reference={rest.initial.reference} demo={rest.demo}>
        <LiveOrder {...rest} />
      </WalletProvider>
    </OrderProvider>
  );
}

function LiveOrder({ initial, ...rest }: Omit<Props, "messages" | "locale" | "wallet">) {
  const { locale } = useOrderContext();
  const live = useOrderStream(initial, locale);
  useOrderDevice(live.view, locale);
  return <OrderStory {...live} {...rest} />;
}
