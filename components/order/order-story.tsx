"use client";

import { useEffect } from "react";
import { LateSentCard } from "@/components/wallet/late-sent-card";
import { useWallet } from "@/components/wallet/wallet-context";
import { deviceStorage } from "@/lib/device/device-storage";
import { dropPaymentCopy } from "@/lib/device/payment-copy";
import { AfterPayment } from "./after-payment";
import { ConnectionBanner } from "./connection-banner";
import { LateDemoPanel } from "./late-demo-panel";
import { LineList } from "./line-list";
import { useOrderContext } from "./order-context";
import { OrderTools } from "./order-tools";
import { PaymentCard } from "./payment-card";
import { PaymentNotes } from "./payment-notes";
import { SCENES, type Scene, sceneIfSent, sceneOf } from "./scene";
import { SceneActions } from "./scene-actions";
import { SceneHeader } from "./scene-header";
import { useCountdown } from "./use-countdown";
import { useFaviconBadge } from "./use-favicon-badge";
import type { WatchedOrder } from "./watch-order";
import { withoutRequest } from "./without-request";

/** What was bought is the point of the page from here on, so it takes the wide column. */
const READY: ReadonlySet<Scene> = new Set(["done", "done_partly", "done_waiting"]);

/** The seller has the payment; until then the buyer may need to know what a wallet did. */
const FOUND: ReadonlySet<Scene> = new Set([
  ...READY,
  "confirming",
  "paid",
  "delivering",
  "rebuy",
  "review",
  "failed_paid",
  "refunded",
]);

type Props = WatchedOrder & { refresh: () => void; shopName: string; demo: boolean };

/** A state of an order as the page tells it, wherever the state comes from. */
export function OrderStory({
  view,
  connection,
  lastUpdate,
  missing,
  refresh,
  shopName,
  demo,
}: Props) {
  const { messages, still } = useOrderContext();
  const countdown = useCountdown(view);
  const timeIsUp = countdown?.over ?? false;
  const told = sceneOf(view, timeIsUp);
  const sent = useWallet()?.sent;
  const scene = sent ? sceneIfSent(told) : told;
  const { payable } = SCENES[scene];
  const title = messages.title[view.phase];

  useFaviconBadge(SCENES[scene].tone, SCENES[scene].busy ?? false);

  useEffect(() => {
    document.title = `${title} · ${shopName}`;
  }, [title, shopName]);

  // Fetched while there is a connection; what a wallet was asked to do may have to be told without one.
  useEffect(LateSentCard.fetch, []);

  useEffect(() => {
    // A page that was thrown away while the payment stood on it had no time to drop its copy.
    if (!payable && !still) dropPaymentCopy(deviceStorage(), view.reference);
  }, [payable, still, view.reference]);

  useEffect(() => {
    if (timeIsUp) refresh();
  }, [timeIsUp, refresh]);

  return (
    <div className="flex flex-col gap-6">
      <ConnectionBanner connection={connection} lastUpdate={lastUpdate} missing={missing} />
      <SceneHeader view={view} scene={scene} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {payable && (
            <PaymentCard view={view} rest={scene === "partly_paid"} countdown={countdown} />
          )}
          {sent && !FOUND.has(scene) && (
            <LateSentCard view={view} open={scene === "sent"} rest={told === "partly_paid"} />
          )}
          <SceneActions view={view} scene={scene} onChanged={refresh} />
          {READY.has(scene) && <LineList view={view} />}
          <PaymentNotes view={view} />
          <AfterPayment view={view} scene={scene} shopName={shopName} />
          {demo && <LateDemoPanel reference={view.reference} payable={payable} onMoved={refresh} />}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {!READY.has(scene) && <LineList view={view} />}
          <OrderTools view={timeIsUp ? withoutRequest(view) : view} />
        </div>
      </div>
      <noscript>
        <p className="rounded-card border border-line p-4">
          {messages.pay.reload}{" "}
          <a className="underline" href="?">
            {messages.pay.reloadLink}
          </a>
        </p>
      </noscript>
    </div>
  );
}
