"use client";

import { useCallback, useEffect } from "react";
import type { OrderView, RevealedDelivery } from "@/lib/contract/order-view";
import type { Locale } from "@/lib/i18n/locales";
import { OrderProvider } from "./order-context";
import type { OrderMessages } from "./order-messages";
import { OrderStory } from "./order-panel";

type Props = {
  view: OrderView;
  deliveries: RevealedDelivery[];
  offline: boolean;
  messages: OrderMessages;
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
  messages,
  locale,
  shopName,
  mirrored,
}: Props) {
  const reveal = useCallback(async () => ({ ok: true as const, value: deliveries }), [deliveries]);

  useEffect(() => {
    const { documentElement } = document;
    documentElement.dir = mirrored ? "rtl" : "ltr";
    return () => {
      documentElement.dir = "ltr";
    };
  }, [mirrored]);

  return (
    <OrderProvider messages={messages} locale={locale} reveal={reveal}>
      <OrderStory
        view={view}
        connection={offline ? "offline" : "live"}
        lastUpdate={offline ? Date.parse(view.serverNow) : undefined}
        missing={false}
        refresh={stay}
        shopName={shopName}
        demo={false}
      />
    </OrderProvider>
  );
}

const stay = () => {};
