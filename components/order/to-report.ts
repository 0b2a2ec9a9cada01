import type { OrderView } from "@/lib/contract/order-view";
import { lineTitle } from "./line-title";
import type { OrderMessages } from "./order-messages";

/** What support needs to find and judge a payment. Made from the view, which never holds a code. */
export function toReport(
  view: OrderView,
  words: OrderMessages["report"],
  now: Date,
  browser: string,
): string {
  const { payment, totals } = view;
  const withCoin = (amount: string | undefined) => amount && `${amount} ${payment.coin}`;
  const lines: [string, string | undefined][] = [
    [words.reference, view.reference],
    [words.state, `${view.state} / ${view.paymentState}`],
    [words.created, view.createdAt],
    [words.now, now.toISOString()],
    [words.coin, `${payment.coin}, ${payment.network}`],
    [words.address, payment.address],
    [words.due, `${totals.due.amount} ${totals.due.coin}`],
    [words.received, withCoin(payment.received)],
    [words.missing, withCoin(payment.missing)],
    [words.overpaid, withCoin(payment.overpaid)],
    [words.transactions, payment.transactions.map(({ hash }) => hash).join(", ") || words.none],
    [words.refundAddress, view.refundAddress],
    [words.email, view.emailMasked],
    [words.items, view.lines.map((line) => `${lineTitle(line)} (${line.state})`).join(", ")],
    [words.browser, browser],
  ];
  const rows = lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return [words.heading, ...rows].join("\n");
}
