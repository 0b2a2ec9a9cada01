import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutChoice, CheckoutMessages } from "./checkout-types";
import { formatCoin, formatMoney } from "./format-money";
import { networkName } from "./payment-names";
import { anchorOf } from "./problem-summary";
import type { Estimate } from "./use-estimate";

type Props = {
  choice: CheckoutChoice;
  logo: ReactNode;
  /** The value of a range as far as it is one. */
  value: string | undefined;
  estimate: Estimate;
  payment: { coin: string; network: string } | undefined;
  /** What is wrong with the product itself, when there is no field to say it at. */
  error: string | undefined;
  /** The exact total replaces the estimate once it is known. */
  settled: boolean;
  messages: CheckoutMessages;
  locale: string;
};

/** What is being bought and about what it costs. */
export function OrderSummary(props: Props) {
  const { choice, error, messages, settled } = props;
  const { product } = choice;
  return (
    <Card>
      <section aria-labelledby="summary-title" className="grid gap-4 p-4 sm:p-5">
        <h2 id="summary-title" className="font-semibold text-lg">
          {messages.summaryTitle}
        </h2>
        <div className="flex items-center gap-3">
          {props.logo}
          <div className="min-w-0 flex-1">
            <p className="font-semibold [overflow-wrap:anywhere]">{choice.brandName}</p>
            <p className="text-muted text-sm">
              {product.type === "range" ? choice.countryName : product.label}
            </p>
          </div>
        </div>
        <dl className="grid gap-2 text-sm">
          <Rows {...props} />
        </dl>
        {settled ? null : (
          <a
            id={product.type === "fixed" ? anchorOf("amount") : undefined}
            href={choice.productHref}
            className="inline-flex min-h-11 items-center self-start text-brand text-sm underline underline-offset-2"
          >
            {messages.changeProduct}
          </a>
        )}
        {error ? <p className="font-medium text-danger text-sm">{error}</p> : null}
        {settled ? null : <PriceLine {...props} />}
      </section>
    </Card>
  );
}

function Rows({ choice, value, messages, locale }: Props) {
  const { product } = choice;
  const face =
    product.faceValue ??
    (product.range && value !== undefined
      ? { amount: value, currency: product.range.currency }
      : undefined);
  const delivery = {
    email: messages.deliveryEmail,
    phone: messages.deliveryPhone,
    account: messages.deliveryAccount,
  }[product.deliversTo];
  const rows = [
    { label: messages.valueLabel, text: face && formatMoney(face, locale) },
    {
      label: messages.receivedLabel,
      text: product.localValue && formatMoney(product.localValue, locale),
    },
    { label: messages.regionLabel, text: shortRegion(choice) },
    { label: messages.deliveryLabel, text: delivery },
  ];
  return rows.map(({ label, text }) =>
    text === undefined ? null : (
      <div key={label} className="flex justify-between gap-4">
        <dt className="text-muted">{label}</dt>
        <dd className="text-end">{text}</dd>
      </div>
    ),
  );
}

/** Some brands write a paragraph where others write a country; the paragraph stands in the terms. */
function shortRegion({ region, countryName }: CheckoutChoice): string {
  return region !== undefined && region.length <= 60 ? region : countryName;
}

function PriceLine({ estimate, payment, messages }: Props) {
  const text = {
    ready: estimate.state === "ready" ? formatCoin(estimate.price) : "",
    loading: messages.estimateLoading,
    none: messages.estimateNone,
  }[estimate.state];
  return (
    <div className="grid gap-1 border-line border-t pt-4" aria-live="polite">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-muted text-sm">{messages.estimateLabel}</span>
        <span
          className={
            estimate.state === "ready" ? "font-semibold text-lg tabular-nums" : "text-muted text-sm"
          }
        >
          {estimate.state === "ready" ? `≈ ${text}` : text}
        </span>
      </p>
      {payment ? (
        <p className="text-end text-muted text-sm">
          {fill(messages.payOn, { network: networkName(payment) })}
        </p>
      ) : null}
      <p className="text-muted text-xs">{messages.estimateNote}</p>
    </div>
  );
}
