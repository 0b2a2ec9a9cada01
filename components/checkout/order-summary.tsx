import { Card } from "@/components/ui/card";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { CART_MAX } from "@/lib/cart/cart-item";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, PricedLine } from "./checkout-types";
import { faceOf } from "./face-of";
import { placeOfLine } from "./field-places";
import { formatCoin, formatMoney } from "./format-money";
import { lineLabel } from "./order-title";
import { networkName } from "./payment-names";
import { anchorOf } from "./place-anchor";
import { QuantityField } from "./quantity-field";
import type { Estimate } from "./use-estimates";

type Props = {
  lines: readonly PricedLine[];
  estimates: { byLine: Readonly<Record<string, Estimate>>; total: Estimate };
  payment: { coin: string; network: string } | undefined;
  /** What is wrong with a product itself, when there is no field to say it at. */
  errorOf: (line: CheckoutLine) => string | undefined;
  /** The exact total replaces the estimate once it is known. */
  settled: boolean;
  onQuantity: (line: CheckoutLine, quantity: number) => void;
  onRemove: (key: string) => void;
  messages: CheckoutMessages;
  locale: string;
};

/** What is being bought and about what it costs. */
export function OrderSummary(props: Props) {
  const { lines, messages, settled } = props;
  const heading = useKeptFocus<HTMLHeadingElement>(lines.length);
  return (
    <Card>
      <section aria-labelledby="summary-title" className="grid gap-4 p-4 sm:p-5">
        <h2 id="summary-title" ref={heading} tabIndex={-1} className="font-semibold text-lg">
          {messages.summaryTitle}
        </h2>
        <ul className="grid gap-5">
          {lines.map((priced) => (
            <SummaryLine key={priced.line.key} {...props} {...priced} />
          ))}
        </ul>
        {settled ? null : <TotalLine {...props} />}
      </section>
    </Card>
  );
}

function SummaryLine(props: Props & PricedLine) {
  const { line, lines, messages, settled, value } = props;
  const { product } = line;
  const error = props.errorOf(line);
  const total = lines.reduce((sum, one) => sum + one.line.quantity, 0);
  const title = `${line.brandName} ${lineLabel(line, value)}`;
  return (
    <li className="grid gap-3 not-first:border-line not-first:border-t not-first:pt-5">
      <div className="flex items-center gap-3">
        {line.logo}
        <div className="min-w-0 flex-1">
          <p className="font-semibold [overflow-wrap:anywhere]">{line.brandName}</p>
          <p className="text-muted text-sm">
            {product.type === "range" ? line.countryName : product.label}
          </p>
        </div>
      </div>
      <dl className="grid gap-2 text-sm">
        <Facts {...props} />
      </dl>
      {settled ? null : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          {product.deliversTo === "email" ? (
            <QuantityField
              title={title}
              quantity={line.quantity}
              max={CART_MAX - total + line.quantity}
              onChange={(quantity) => props.onQuantity(line, quantity)}
              messages={messages}
            />
          ) : null}
          <a
            id={product.type === "fixed" ? anchorOf(placeOfLine("amount", line)) : undefined}
            href={line.productHref}
            className="inline-flex min-h-11 items-center text-brand text-sm underline underline-offset-2"
          >
            {messages.changeProduct}
          </a>
          {lines.length > 1 ? (
            <button
              type="button"
              onClick={() => props.onRemove(line.key)}
              className="inline-flex min-h-11 items-center text-brand text-sm underline underline-offset-2"
            >
              {messages.removeLine}
              <span className="sr-only">: {title}</span>
            </button>
          ) : null}
        </div>
      )}
      {error ? <p className="font-medium text-danger text-sm">{error}</p> : null}
    </li>
  );
}

function Facts({ line, value, lines, estimates, settled, messages, locale }: Props & PricedLine) {
  const { product } = line;
  const face = faceOf(line, value);
  const delivery = {
    email: messages.deliveryEmail,
    phone: messages.deliveryPhone,
    account: messages.deliveryAccount,
  }[product.deliversTo];
  const estimate = estimates.byLine[line.key];
  const rows = [
    { label: messages.valueLabel, text: face && formatMoney(face, locale) },
    {
      label: messages.receivedLabel,
      text: product.localValue && formatMoney(product.localValue, locale),
    },
    { label: messages.regionLabel, text: shortRegion(line) },
    { label: messages.deliveryLabel, text: delivery },
    {
      label: messages.linePriceLabel,
      text:
        lines.length > 1 && !settled && estimate?.state === "ready"
          ? `≈ ${formatCoin(estimate.price)}`
          : undefined,
    },
  ];
  return rows.map(({ label, text }) =>
    text === undefined ? null : (
      <div key={label} className="flex justify-between gap-4">
        <dt className="text-muted">{label}</dt>
        <dd className="text-end">
          <bdi>{text}</bdi>
        </dd>
      </div>
    ),
  );
}

/** Some brands write a paragraph where others write a country; the paragraph stands in the terms. */
function shortRegion({ region, countryName }: CheckoutLine): string {
  return region !== undefined && region.length <= 60 ? region : countryName;
}

function TotalLine({ estimates, payment, messages }: Props) {
  const { total } = estimates;
  const isReady = total.state === "ready";
  const unknown = { loading: messages.estimateLoading, none: messages.estimateNone };
  return (
    <div className="grid gap-1 border-line border-t pt-4" aria-live="polite">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-muted text-sm">{messages.estimateLabel}</span>
        <span className={isReady ? "font-semibold text-lg tabular-nums" : "text-muted text-sm"}>
          <bdi>{isReady ? `≈ ${formatCoin(total.price)}` : unknown[total.state]}</bdi>
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
