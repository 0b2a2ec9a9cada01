"use client";

import { lazy, Suspense, useEffect } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { SentCard } from "@/components/wallet/sent-card";
import { useWallet, WalletProvider, type WalletSetup } from "@/components/wallet/wallet-context";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { browsePath, homePath } from "@/lib/urls";
import { AfterPayment } from "./after-payment";
import { ConnectionBanner } from "./connection-banner";
import { HoldCard } from "./hold-card";
import { LineList } from "./line-list";
import { OrderProvider, useOrderContext } from "./order-context";
import type { OrderMessages } from "./order-messages";
import { OrderTools } from "./order-tools";
import { PaymentCard } from "./payment-card";
import { PaymentNotes } from "./payment-notes";
import { ReorderCard } from "./reorder-card";
import { SCENES, type Scene, sceneOf } from "./scene";
import { SceneHeader } from "./scene-header";
import { SupportReport } from "./support-report";
import { useCountdown } from "./use-countdown";
import { useFaviconBadge } from "./use-favicon-badge";
import { useOrderDevice } from "./use-order-device";
import { useOrderStream } from "./use-order-stream";
import type { WatchedOrder } from "./watch-order";
import { withoutRequest } from "./without-request";

/** Shops have no such panel, so their buyers do not load it. */
const DemoPanel = lazy(async () => ({ default: (await import("./demo-panel")).DemoPanel }));

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

type StoryProps = WatchedOrder & { refresh: () => void; shopName: string; demo: boolean };

/** A state of an order as the page tells it, wherever the state comes from. */
export function OrderStory({
  view,
  connection,
  lastUpdate,
  missing,
  refresh,
  shopName,
  demo,
}: StoryProps) {
  const { messages } = useOrderContext();
  const countdown = useCountdown(view);
  const timeIsUp = countdown?.over ?? false;
  const told = sceneOf(view, timeIsUp);
  // A wallet was asked to pay: nothing may invite to pay once more.
  const scene = useWallet()?.sent && SCENES[told].payable ? "sent" : told;
  const title = messages.title[view.phase];

  useFaviconBadge(SCENES[scene].tone, SCENES[scene].busy ?? false);

  useEffect(() => {
    document.title = `${title} · ${shopName}`;
  }, [title, shopName]);

  useEffect(() => {
    if (timeIsUp) refresh();
  }, [timeIsUp, refresh]);

  return (
    <div className="flex flex-col gap-6">
      <ConnectionBanner connection={connection} lastUpdate={lastUpdate} missing={missing} />
      <SceneHeader view={view} scene={scene} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {SCENES[scene].payable && (
            <PaymentCard view={view} rest={scene === "partly_paid"} countdown={countdown} />
          )}
          {scene === "sent" && <SentCard view={view} rest={told === "partly_paid"} />}
          <SceneActions view={view} scene={scene} onChanged={refresh} />
          {READY.has(scene) && <LineList view={view} />}
          <PaymentNotes view={view} />
          <AfterPayment view={view} scene={scene} shopName={shopName} />
          {demo && (
            <Suspense>
              <DemoPanel
                reference={view.reference}
                payable={SCENES[scene].payable}
                onMoved={refresh}
              />
            </Suspense>
          )}
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

/** What was bought is the point of the page from here on, so it takes the wide column. */
const READY: ReadonlySet<Scene> = new Set(["done", "done_partly", "done_waiting"]);
const AGAIN: ReadonlySet<Scene> = new Set(["failed", "setup_failed", "hold_echo", "canceled"]);
const REPORT: ReadonlySet<Scene> = new Set([
  "verifying_partly",
  "expired_partly",
  "failed_paid",
  "hold_address",
  "hold_bad_address",
]);

type ActionsProps = { view: OrderView; scene: Scene; onChanged: () => void };

function SceneActions({ view, scene, onChanged }: ActionsProps) {
  const { messages, locale } = useOrderContext();
  const [line] = view.lines;
  const again = line
    ? `${browsePath(locale, line.country)}?q=${encodeURIComponent(line.brand)}`
    : homePath(locale);
  if (scene === "hold_price") return <HoldCard view={view} onAccepted={onChanged} />;
  if (scene === "expired") {
    return <ReorderCard againHref={again} report={<SupportReport view={view} />} />;
  }
  if (scene === "pay_external" && view.payment.checkoutUrl) {
    const { checkoutUrl } = view.payment;
    return (
      <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
        <ButtonLink href={checkoutUrl} variant="primary" size="lg" rel="noreferrer">
          {messages.pay.continueExternal}
        </ButtonLink>
        <p className="mt-2 break-all text-muted text-sm">
          {fill(messages.pay.externalHost, { host: new URL(checkoutUrl).host })}
        </p>
      </section>
    );
  }
  if (AGAIN.has(scene)) {
    return (
      <div>
        <ButtonLink href={again} variant="primary" size="lg">
          {messages.after.again}
        </ButtonLink>
      </div>
    );
  }
  if (REPORT.has(scene)) {
    return (
      <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
        <SupportReport view={view} />
      </section>
    );
  }
  if (scene === "partly_paid") {
    return (
      <div className="rounded-card border border-line bg-surface px-4 sm:px-6">
        <Disclosure title={messages.partial.cannot}>
          <p className="pb-3">{messages.partial.cannotText}</p>
          <SupportReport view={view} />
        </Disclosure>
      </div>
    );
  }
  if (scene === "pay") {
    return (
      <section className="text-muted text-sm">
        <h2 className="font-medium text-ink">{messages.pay.next}</h2>
        <p className="mt-1 max-w-prose">{messages.pay.nextText}</p>
      </section>
    );
  }
  return null;
}
