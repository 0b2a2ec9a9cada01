"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { CoinText } from "./coin-text";
import { acceptPrice } from "./order-api";
import { useOrderContext } from "./order-context";

type Props = { view: OrderView; onAccepted: () => void };

/** Both prices side by side, and the one button that opens the payment. Only a dearer price gets here. */
export function HoldCard({ view, onAccepted }: Props) {
  const { messages } = useOrderContext();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const { hold, coin } = view.payment;
  if (hold?.reason !== "price_changed" || !hold.actual) return null;

  async function accept() {
    setState("busy");
    const answer = await acceptPrice(view.reference);
    // 409 says that nothing is on hold any more, which is what was wanted.
    const done = answer.ok || answer.status === 409;
    setState(done ? "idle" : "failed");
    if (done) onAccepted();
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
            <CoinText amount={hold.actual} coin={coin} />
          </dd>
        </div>
      </dl>
      <div className="mt-5">
        <Button size="lg" busy={state === "busy"} onClick={() => void accept()}>
          {fill(messages.hold.accept, { amount: hold.actual, coin })}
        </Button>
      </div>
      <p className="mt-3 text-muted text-sm">{messages.hold.expected}</p>
      {state === "failed" && (
        <Notice tone="danger" role="alert" className="mt-4">
          {messages.hold.failed}
        </Notice>
      )}
      <p className="mt-4 text-sm">
        <strong className="font-medium">{messages.hold.decline}</strong> {messages.hold.declineText}
      </p>
    </section>
  );
}
