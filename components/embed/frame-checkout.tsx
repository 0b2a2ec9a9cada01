"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import type { CheckoutProps } from "@/components/checkout/checkout-types";
import { isOrderView } from "@/components/order/is-order-view";
import type { OrderMessages } from "@/components/order/order-messages";
import { orderUrl, readOrder } from "@/components/order/read-order";
import type { CreatedOrder } from "@/lib/cart/order-requests";
import type { OrderView } from "@/lib/contract/order-view";
import { holdFramePass } from "@/lib/device/frame-pass";
import { fill } from "@/lib/i18n/fill";
import { parentSite } from "./parent-site";

const FrameOrder = dynamic(() => import("./frame-order").then((module) => module.FrameOrder));

type EmbedWords = typeof import("@/messages/en/embed.json");

type Props = {
  /** Stands in for the checkout's cookie; kept in memory, like the right to the order after it. */
  pass: string;
  words: EmbedWords;
  orderWords: OrderMessages;
  shopName: string;
  demo: boolean;
  /** Where an emptied order leads. */
  emptyHref: string;
  checkout: CheckoutProps;
};

const READ_AGAIN_MS = 3_000;

/** Checkout and order as one page: to leave it would be to lose the right to the order. */
export function FrameCheckout(props: Props) {
  const { pass, words, orderWords, shopName, demo, emptyHref, checkout } = props;
  const [told, setTold] = useState<{ email?: string }>({});
  const [reference, setReference] = useState<string>();
  const [view, setView] = useState<OrderView>();

  useEffect(() => {
    holdFramePass(pass);
    return parentSite.onPrefill(setTold);
  }, [pass]);

  useEffect(() => {
    if (reference === undefined || view) return;
    // The order was made, but could not be read with the answer.
    const stop = new AbortController();
    const timer = setInterval(() => {
      void readOrder(orderUrl(reference, checkout.locale), stop.signal).then((reading) => {
        if (reading.kind === "view") setView(reading.view);
      });
    }, READ_AGAIN_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [reference, view, checkout.locale]);

  const goOn = (created: CreatedOrder) => {
    if (created.pass) holdFramePass(created.pass);
    setReference(created.order.reference);
    const { order } = created;
    if (isOrderView(order)) setView(order);
    window.scrollTo(0, 0);
  };

  if (reference === undefined) {
    return (
      <>
        <h1 className="font-semibold text-2xl">{checkout.messages.title}</h1>
        <CheckoutForm
          {...checkout}
          navigate={() => window.location.assign(emptyHref)}
          onCreated={goOn}
          told={told}
        />
      </>
    );
  }
  if (!view) return <p role="status">{words.loading}</p>;
  return (
    <FrameOrder
      initial={view}
      messages={orderWords}
      locale={checkout.locale}
      shopName={shopName}
      demo={demo}
      hint={fill(words.keep, { title: orderWords.tools.title })}
    />
  );
}
