"use client";

import { useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { WalletPay } from "@/components/wallet/wallet-pay";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { AddressText } from "./address-text";
import { CopyButton } from "./copy-button";
import { CountdownBar } from "./countdown-bar";
import { ExchangeCheck } from "./exchange-check";
import { networkLabel } from "./network-label";
import { useOrderContext } from "./order-context";
import { OrderTime } from "./order-time";
import { PartialTable } from "./partial-table";
import { QrBlock } from "./qr-block";
import type { Countdown } from "./use-countdown";
import { useIntegrity } from "./use-integrity";
import { usePaymentCopy } from "./use-payment-copy";
import { useWakeLock } from "./use-wake-lock";
import { WalletLink } from "./wallet-link";

type Props = { view: OrderView; rest: boolean; countdown: Countdown | undefined };

/** Everything one needs to pay. It exists only while paying is right; otherwise it is not in the page. */
export function PaymentCard({ view, rest, countdown }: Props) {
  const { payment } = view;
  const amount = rest ? payment.missing : payment.amount;
  if (!payment.address || !amount) return null;
  return (
    <PaymentDetails
      // Another address or amount is another thing to pay: nothing of the old card may stay.
      key={`${payment.address} ${amount}`}
      view={view}
      rest={rest}
      countdown={countdown}
      address={payment.address}
      amount={amount}
    />
  );
}

function PaymentDetails({
  view,
  rest,
  countdown,
  address,
  amount,
}: Props & { address: string; amount: string }) {
  const { messages, locale } = useOrderContext();
  const { payment } = view;
  const addressRef = useRef<HTMLElement>(null);
  const amountRef = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const addressIntact = useIntegrity(addressRef, address);
  const amountIntact = useIntegrity(amountRef, amount);
  useWakeLock();
  usePaymentCopy(view, address, amount);
  const { coin } = payment;
  const network = networkLabel(payment);
  const lightning = payment.addressFormat === "lightning";
  const text = messages.pay;

  if (!addressIntact || !amountIntact) {
    return (
      <Notice tone="danger" title={messages.tamper.title} role="alert">
        {messages.tamper.text}
      </Notice>
    );
  }
  return (
    <section
      aria-label={rest ? text.titleRest : text.title}
      className="overflow-hidden rounded-card border border-line bg-surface"
      data-testid="payment-card"
    >
      <div className="border-line border-b px-4 py-4 sm:px-6">
        {countdown ? (
          <CountdownBar countdown={countdown} totalSeconds={windowSeconds(view)} />
        ) : (
          <p className="text-muted">{messages.timer.soon}</p>
        )}
        {view.expiresAt && (
          <p className="mt-2 text-muted text-sm">
            <Template text={messages.timer.until} name="time">
              <OrderTime iso={view.expiresAt} locale={locale} utcTemplate={messages.details.utc} />
            </Template>
          </p>
        )}
      </div>
      {rest && <PartialTable view={view} />}
      <div className="grid gap-6 px-4 py-6 sm:px-6 md:grid-cols-[15rem_minmax(0,1fr)] md:gap-8">
        <div className="order-2 md:order-1">
          <QrBlock payment={payment} address={address} qr={payment.qr ?? address} amount={amount} />
        </div>
        <div className="order-1 flex min-w-0 flex-col gap-5 md:order-2">
          <div>
            <h2 className="text-muted text-sm">{rest ? text.amountRest : text.amount}</h2>
            <p
              dir="ltr"
              className="mt-1 flex flex-wrap items-baseline gap-x-2 text-2xl leading-tight rtl:justify-end"
            >
              <strong
                ref={amountRef}
                translate="no"
                dir="ltr"
                className="notranslate break-all font-semibold tabular-nums"
                data-testid="pay-amount"
              >
                {amount}
              </strong>
              <span className="font-medium">{coin}</span>
            </p>
            <p className="mt-1 flex items-center gap-1.5 font-medium text-warn">
              <Icon name="warning" size={18} />
              {fill(text.onlyNetwork, { coin, network })}
            </p>
            <div className="mt-3">
              <CopyButton
                value={amount}
                label={text.copyAmount}
                what={text.amount}
                textRef={amountRef}
              />
            </div>
          </div>
          <div>
            <h2 className="text-muted text-sm">{lightning ? text.invoice : text.address}</h2>
            <div className="mt-1 rounded-field bg-sunken px-3 py-2">
              <AddressText ref={addressRef} address={address} />
            </div>
            <div className="mt-3">
              <CopyButton
                value={address}
                label={lightning ? text.copyInvoice : text.copyAddress}
                what={`${lightning ? text.invoice : text.address} (${network})`}
                textRef={addressRef}
                variant={payment.uri ? "secondary" : "primary"}
                onCopied={() => setCopied(true)}
              />
            </div>
            {copied && !lightning && (
              <p className="mt-2 text-sm">{fill(text.compare, { end: address.slice(-6) })}</p>
            )}
          </div>
          {payment.uri && <WalletLink uri={payment.uri} />}
          <WalletPay view={view} amount={amount} />
        </div>
      </div>
      <div className="border-line border-t px-4 sm:px-6">
        {lightning ? (
          <p className="py-4 text-muted text-sm">{text.singlePayment}</p>
        ) : (
          <ExchangeCheck due={amount} coin={coin} network={network} />
        )}
      </div>
    </section>
  );
}

/** A sentence with one placeholder that is an element. */
function Template({
  text,
  name,
  children,
}: {
  text: string;
  name: string;
  children: React.ReactNode;
}) {
  const [before = "", after = ""] = text.split(`{${name}}`);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

function windowSeconds({ createdAt, expiresAt, secondsLeft }: OrderView): number {
  const whole = (Date.parse(expiresAt ?? "") - Date.parse(createdAt ?? "")) / 1000;
  return Number.isFinite(whole) && whole > 0 ? whole : (secondsLeft ?? 1);
}
