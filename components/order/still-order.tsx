"use client";

import { useCallback, useEffect, useMemo } from "react";
import { WalletContext } from "@/components/wallet/wallet-context";
import type { WalletMessages } from "@/components/wallet/wallet-messages";
import type { OrderView, RevealedDelivery } from "@/lib/contract/order-view";
import type { SentPayment } from "@/lib/device/sent-payments";
import type { Locale } from "@/lib/i18n/locales";
import { OrderProvider } from "./order-context";
import type { OrderMessages } from "./order-messages";
import { OrderStory } from "./order-story";

type Props = {
  view: OrderView;
  deliveries: RevealedDelivery[];
  offline: boolean;
  sent: SentPayment | undefined;
  messages: OrderMessages;
  walletMessages: WalletMessages;
  locale: Locale;
  shopName: string;
  /** Mirrors the whole document, as a language that is written from the right does. */
  mirrored: boolean;
};

/** The order page in one state that does not move: it watches nothing and asks for nothing. */
export function StillOrder({
  view,
  deliveries,
  offline,
  sent,
  messages,
  walletMessages,
  locale,
  shopName,
  mirrored,
}: Props) {
  const reveal = useCallback(async () => ({ ok: true as const, value: deliveries }), [deliveries]);

  const wallet = useMemo(
    () => ({ ...NO_WALLET, words: walletMessages, sent }),
    [walletMessages, sent],
  );

  useEffect(() => {
    if (!mirrored) return;
    const { documentElement } = document;
    const own = documentElement.dir;
    documentElement.dir = "rtl";
    return () => {
      documentElement.dir = own;
    };
  }, [mirrored]);

  return (
    <OrderProvider messages={messages} locale={locale} reveal={reveal} still>
      <WalletContext value={wallet}>
        <OrderStory
          view={view}
          connection={offline ? "offline" : "live"}
          lastUpdate={offline ? Date.parse(view.serverNow) : undefined}
          missing={false}
          refresh={stay}
          shopName={shopName}
          demo={false}
        />
      </WalletContext>
    </OrderProvider>
  );
}

const stay = () => {};

const NO_WALLET = {
  solana: true,
  demo: false,
  attempt: { kind: "idle" },
  pay: stay,
  cancel: stay,
  dismiss: stay,
  release: async () => false,
} as const;
