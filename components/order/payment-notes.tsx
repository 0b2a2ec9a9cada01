"use client";

import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { networkLabel } from "./network-label";
import { useOrderContext } from "./order-context";
import { ExternalLink } from "./order-details";
import { isAboveZero } from "./scene";

/** What is known of the money that came: transactions, too much of it, or another kind of it. */
export function PaymentNotes({ view }: { view: OrderView }) {
  const { messages } = useOrderContext();
  const { payment } = view;
  const { original, overpaid, transactions } = payment;
  const text = messages.after;
  if (!original && !isAboveZero(overpaid) && transactions.length === 0) return null;
  return (
    <div className="flex flex-col gap-4">
      {isAboveZero(overpaid) && (
        <Notice tone="info" title={text.overpaidTitle}>
          {fill(text.overpaid, { amount: overpaid ?? "", coin: payment.coin })}
        </Notice>
      )}
      {original && (
        <Notice tone="info" title={text.originalTitle}>
          {fill(text.original, {
            coin: original.coin,
            network: networkLabel(original),
            dueCoin: payment.coin,
            dueNetwork: networkLabel(payment),
          })}
        </Notice>
      )}
      {transactions.length > 0 && (
        <div className="rounded-card border border-line bg-surface px-4 py-4 text-sm sm:px-6">
          <h2 className="text-muted">{text.transactions}</h2>
          <ul className="mt-1 flex flex-col gap-2">
            {transactions.map(({ hash, url }) => (
              <li key={hash}>
                <code translate="no" dir="ltr" className="notranslate block break-all font-mono">
                  {hash}
                </code>
                {url && <ExternalLink href={url}>{text.transaction}</ExternalLink>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
