import type { OrderView } from "@/lib/contract/order-view";
import type { SentPayment } from "@/lib/device/sent-payments";
import { lineTitle } from "./line-title";
import { historyOf } from "./order-history";
import type { OrderMessages } from "./order-messages";

type Circumstances = {
  now: Date;
  browser: string;
  locale: string;
  /** The transaction as the buyer's own wallet names it. */
  ownHash?: string | undefined;
  /** What this browser asked a wallet to send. */
  sent?: SentPayment | undefined;
};

/**
 * What support needs to find and judge a payment. Made from the view, which never holds a code, and
 * from what this page saw of the order before.
 */
export function toReport(
  view: OrderView,
  words: OrderMessages["report"],
  { now, browser, locale, ownHash, sent }: Circumstances,
): string {
  const { payment, totals } = view;
  const history = historyOf(view.reference);
  const withCoin = (amount: string | undefined) => amount && `${amount} ${payment.coin}`;
  const lines: [string, string | undefined][] = [
    [words.reference, view.reference],
    [words.state, `${view.state} / ${view.paymentState}`],
    [words.created, view.createdAt],
    [words.deadline, view.expiresAt],
    [words.now, now.toISOString()],
    [words.coin, `${payment.coin}, ${payment.network}`],
    [words.address, payment.address],
    [words.formerAddress, payment.address ? undefined : history.address],
    [words.due, `${totals.due.amount} ${totals.due.coin}`],
    [words.received, withCoin(payment.received)],
    [words.missing, withCoin(payment.missing)],
    [words.overpaid, withCoin(payment.overpaid)],
    [words.original, payment.original && `${payment.original.coin}, ${payment.original.network}`],
    [words.transactions, payment.transactions.map(({ hash }) => hash).join(", ") || words.none],
    // What is typed may be another payment; what this browser knows of its own stays.
    [words.ownHash, [...new Set([ownHash, sent?.hash])].filter(Boolean).join(", ")],
    [words.walletAsked, sent?.sentAt],
    [words.refundAddress, view.refundAddress],
    [words.email, view.emailMasked],
    [words.items, view.lines.map((line) => `${lineTitle(line)} (${line.state})`).join(", ")],
    [
      words.operator,
      view.lines.flatMap(({ reference }) => (reference ? [reference] : [])).join(", "),
    ],
    [
      words.history,
      history.moments
        .map(({ at, state, paymentState }) => `${at} ${state}/${paymentState}`)
        .join("; "),
    ],
    [words.browser, browser],
    [words.language, locale],
  ];
  const rows = lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return [words.heading, ...rows].join("\n");
}
