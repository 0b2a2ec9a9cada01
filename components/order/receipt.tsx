"use client";

import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { lineTitle } from "./line-title";
import { networkLabel } from "./network-label";
import { useOrderContext } from "./order-context";
import { isAboveZero } from "./scene";
import { useOrderNotes } from "./use-order-notes";

type Props = { view: OrderView; shopName: string };

/** A receipt for paper: what was bought, how it was paid, and nothing that could be spent. */
export function Receipt({ view, shopName }: Props) {
  const { messages } = useOrderContext();
  const inBrowser = useBrowserValue(() => true, false);
  return (
    <>
      <div>
        <Button variant="secondary" onClick={() => window.print()}>
          <Icon name="receipt" />
          {messages.receipt.print}
        </Button>
      </div>
      {/* Beside the page and not in it: paper shows the one, the screen the other. */}
      {inBrowser && createPortal(<ReceiptSheet view={view} shopName={shopName} />, document.body)}
    </>
  );
}

function ReceiptSheet({ view, shopName }: Props) {
  const { messages, locale } = useOrderContext();
  const { payment, totals, lines } = view;
  const text = messages.receipt;
  const notes = useOrderNotes(view.reference);
  const utc = (iso: string) =>
    fill(messages.details.utc, {
      time: new Intl.DateTimeFormat(formatLocale(locale), {
        dateStyle: "long",
        timeStyle: "short",
        timeZone: "UTC",
      }).format(new Date(iso)),
    });
  const rows: [string, string | undefined][] = [
    [text.state, messages.title[view.phase]],
    [messages.details.created, view.createdAt && utc(view.createdAt)],
    [text.asOf, utc(view.serverNow)],
    [text.due, `${totals.due.amount} ${totals.due.coin}`],
    [
      messages.details.received,
      isAboveZero(payment.received) ? `${payment.received} ${payment.coin}` : undefined,
    ],
    [text.coin, payment.original?.coin ?? payment.coin],
    [text.network, networkLabel(payment.original ?? payment)],
    [messages.details.refundAddress, view.refundAddress],
    [messages.details.email, view.emailMasked],
    [messages.details.reference, view.reference],
  ];
  return (
    <article className="receipt" data-testid="receipt">
      <p className="receipt-shop">{shopName}</p>
      <p>{text.seller}</p>
      <h2>{text.title}</h2>
      <table>
        <caption>{text.items}</caption>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{lineTitle(line)}</th>
              <td>{messages.lines.state[line.state === "waiting" ? "idle" : line.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
        {notes.length > 0 && (
          <div>
            <dt>{text.fit}</dt>
            {notes.map((note) => (
              <dd key={note}>{note}</dd>
            ))}
          </div>
        )}
        {payment.transactions.length > 0 && (
          <div>
            <dt>{messages.after.transactions}</dt>
            {payment.transactions.map(({ hash }) => (
              <dd key={hash} dir="ltr">
                {hash}
              </dd>
            ))}
          </div>
        )}
      </dl>
      <p>{text.noCodes}</p>
    </article>
  );
}
