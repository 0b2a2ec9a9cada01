"use client";

import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { OrderView } from "@/lib/contract/order-view";
import { CoinText } from "./coin-text";
import { CopyButton } from "./copy-button";
import { networkLabel } from "./network-label";
import { readOrderNumber } from "./order-api";
import { useOrderContext } from "./order-context";
import { OrderTime } from "./order-time";
import { isAboveZero } from "./scene";
import { Secret } from "./secret";
import { useWhenLeft } from "./use-when-left";

/** Whatever one may want to look up later. */
export function OrderDetails({ view }: { view: OrderView }) {
  const { messages, locale } = useOrderContext();
  const text = messages.details;
  const { payment } = view;
  return (
    <>
      <dl className="grid gap-4 pb-5 text-sm">
        <Row name={text.reference}>
          <code translate="no" dir="ltr" className="notranslate block break-all font-mono">
            {view.reference}
          </code>
          <CopyButton
            value={view.reference}
            label={text.copyReference}
            what={text.reference}
            variant="quiet"
          />
        </Row>
        {view.createdAt && (
          <Row name={text.created}>
            <OrderTime iso={view.createdAt} locale={locale} utcTemplate={text.utc} withDate />
          </Row>
        )}
        <Row name={text.access}>{view.scope === "pay" ? text.accessPay : text.accessFull}</Row>
        <Row name={text.email}>{view.emailMasked}</Row>
        <Row name={text.method}>
          {payment.coin} · {networkLabel(payment)}
        </Row>
        {isAboveZero(payment.received) && (
          <Row name={text.received}>
            <CoinText amount={payment.received} coin={payment.coin} />
          </Row>
        )}
        {view.refundAddress && (
          <Row name={text.refundAddress}>
            <code translate="no" dir="ltr" className="notranslate break-all font-mono">
              {view.refundAddress}
            </code>
          </Row>
        )}
        {payment.explorerUrl && (
          <Row name={messages.pay.address}>
            <ExternalLink href={payment.explorerUrl}>{text.explorer}</ExternalLink>
          </Row>
        )}
      </dl>
      {view.scope !== "pay" && <OrderNumber reference={view.reference} />}
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}

export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      className="inline-flex min-h-11 items-center break-all underline underline-offset-4 sm:min-h-0"
    >
      {children}
    </a>
  );
}

/** The seller's own number is as good as the codes, so it is only shown to who asks for it. */
function OrderNumber({ reference }: { reference: string }) {
  const { messages } = useOrderContext();
  const text = messages.details;
  const [number, setNumber] = useState<string>();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  useWhenLeft(useCallback(() => setNumber(undefined), []));

  async function show() {
    setState("busy");
    const answer = await readOrderNumber(reference);
    setState(answer.ok ? "idle" : "failed");
    // A tab that was left while the answer was under way shows nothing.
    if (answer.ok && document.visibilityState !== "hidden") setNumber(answer.value);
  }

  const warning = useKeptFocus<HTMLParagraphElement>(number);
  return (
    <div className="border-line border-t pt-4">
      <p ref={warning} tabIndex={-1} className="mb-3 text-muted text-sm">
        {text.numberWarning}
      </p>
      {number ? (
        <Secret name={text.number} value={number} copyLabel={text.numberCopy} />
      ) : (
        <Button variant="secondary" busy={state === "busy"} onClick={() => void show()}>
          {text.numberShow}
        </Button>
      )}
      {state === "failed" && (
        <Notice tone="warn" role="alert" className="mt-3">
          {text.numberFailed}
        </Notice>
      )}
    </div>
  );
}
