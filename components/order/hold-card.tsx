"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { CoinText } from "./coin-text";
import { type Answer, acceptPrice } from "./order-api";
import { useOrderContext } from "./order-context";

type Props = { view: OrderView; onChanged: () => void };

/** Both prices side by side, and the one button that opens the payment. Only a dearer price gets here. */
export function HoldCard({ view, onChanged }: Props) {
  const { messages, locale } = useOrderContext();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { hold, coin } = view.payment;
  const actual = hold?.actual;
  if (hold?.reason !== "price_changed" || actual === undefined) return null;

  async function accept(amount: string) {
    setBusy(true);
    setFailure(undefined);
    const answer = await acceptPrice(view.reference, { amount, coin }, locale);
    setBusy(false);
    // 409 says that another price is asked for, or none any more: either way the page is out of date.
    if (answer.ok || answer.status === 409) onChanged();
    setFailure(failureOf(answer, messages.hold.failed));
  }

  return (
    <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
      <dl className="grid gap-3 sm:grid-cols-2">
        {hold.accepted && (
          <div>
            <dt className="text-muted text-sm">{messages.hold.accepted}</dt>
            <dd className="text-lg text-muted tabular-nums line-through">
              <CoinText amount={hold.accepted} coin={coin} />
            </dd>
          </div>
        )}
        <div>
          <dt className="text-muted text-sm">{messages.hold.actual}</dt>
          <dd className="font-semibold text-lg tabular-nums">
            <CoinText amount={actual} coin={coin} />
          </dd>
        </div>
      </dl>
      <div className="mt-5">
        <Button size="lg" busy={isBusy} onClick={() => void accept(actual)}>
          {fill(messages.hold.accept, { amount: actual, coin })}
        </Button>
      </div>
      <p className="mt-3 text-muted text-sm">{messages.hold.expected}</p>
      {failure !== undefined && (
        <Notice tone="danger" role="alert" className="mt-4">
          {failure}
        </Notice>
      )}
      <p className="mt-4 text-sm">
        <strong className="font-medium">{messages.hold.decline}</strong> {messages.hold.declineText}
      </p>
    </section>
  );
}

function failureOf(answer: Answer<unknown>, otherwise: string): string | undefined {
  if (answer.ok) return undefined;
  if (answer.code === "price_changed") return answer.detail ?? otherwise;
  return answer.status === 409 ? undefined : otherwise;
}
