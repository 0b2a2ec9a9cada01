import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { CoinAmount } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutChoice, CheckoutMessages, Place } from "./checkout-types";
import { ConsentForm } from "./consent-form";
import { FailureNotice } from "./failure-notice";
import { formatCoin, formatMoney } from "./format-money";
import { markupOf } from "./markup";
import { networkName, viaName } from "./payment-names";
import type { Stage } from "./use-checkout";

type Props = {
  stage: Extract<Stage, { name: "review" }>;
  choice: CheckoutChoice;
  /** The recipient as people read it, where it is not the e-mail address. */
  recipient: string | undefined;
  ordersHref: string;
  terms: ReactNode;
  seller: ReactNode;
  messages: CheckoutMessages;
  locale: string;
  onCreate: (acceptedPrice?: CoinAmount) => void;
  onCheckAgain: () => void;
  /** Back to the details, to one place of them when it is known which. */
  onBack: (place?: Place) => void;
  onStartOver: () => void;
};

/** What will be ordered, read back before anything is created. */
export function ReviewStep(props: Props) {
  const { stage, choice, recipient, messages, onBack } = props;
  const { deliversTo } = choice.product;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="review-title" className="grid gap-4 sm:gap-5">
      <h2 id="review-title" ref={heading} tabIndex={-1} className="font-semibold text-xl">
        {messages.reviewTitle}
      </h2>
      <Total {...props} />
      {recipient === undefined ? null : (
        <ReadBack
          title={deliversTo === "phone" ? messages.phoneReadBack : messages.accountReadBack}
          value={recipient}
          change={messages.change}
          onChange={stage.busy ? undefined : () => onBack("recipient")}
        />
      )}
      <ReadBack
        title={messages.emailReadBack}
        value={stage.body.email}
        note={deliversTo === "email" ? messages.emailReadBackText : messages.emailReadBackReceipt}
        change={messages.change}
        onChange={stage.busy ? undefined : () => onBack("email")}
      />
      {stage.body.refundAddress === undefined ? null : (
        <ReadBack
          title={messages.refundReadBack}
          value={stage.body.refundAddress}
          note={messages.refundReadBackText}
          change={messages.change}
          onChange={stage.busy ? undefined : () => onBack("refund")}
        />
      )}
      <Decision {...props} />
    </section>
  );
}

function Total({ stage, choice, messages, locale }: Props) {
  const { checked, body } = stage;
  const line = checked.lines[0];
  const value = body.lines[0]?.value;
  const range = choice.product.range;
  const face =
    line?.faceValue ??
    choice.product.faceValue ??
    (range && value !== undefined ? { amount: value, currency: range.currency } : undefined);
  const markup = face && markupOf(checked.total, face, locale);
  const rows = [
    { label: messages.productLabel, text: choice.brandName },
    { label: messages.valueLabel, text: face ? formatMoney(face, locale) : line?.label },
    { label: messages.discountLabel, text: checked.discount && formatCoin(checked.discount) },
    { label: messages.markupLabel, text: markup },
  ];
  return (
    <div className="grid gap-4 rounded-card border border-line bg-surface p-4 sm:p-6">
      <p className="grid gap-1">
        <span className="text-muted text-sm">{messages.payTotal}</span>
        <span className="font-semibold text-3xl tabular-nums tracking-tight [overflow-wrap:anywhere]">
          {formatCoin(checked.total)}
        </span>
        <span className="text-muted">
          {fill(messages.payOn, { network: networkName(body.payment) })}
        </span>
      </p>
      <dl className="grid gap-2 border-line border-t pt-4 text-sm">
        {rows.map(({ label, text }) =>
          text ? (
            <div key={label} className="flex justify-between gap-4">
              <dt className="text-muted">{label}</dt>
              <dd className="text-end">{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </div>
  );
}

type ReadBackProps = {
  title: string;
  value: string;
  note?: string;
  change: string;
  onChange: (() => void) | undefined;
};

function ReadBack({ title, value, note, change, onChange }: ReadBackProps) {
  return (
    <div className="grid gap-1 rounded-card border border-line bg-surface p-4 sm:px-6">
      <p className="text-muted text-sm">{title}</p>
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <strong
          translate="no"
          className="min-w-0 font-semibold text-lg [overflow-wrap:anywhere] sm:text-xl"
        >
          <Breakable text={value} />
        </strong>
        <Button variant="quiet" className="-mx-4" onClick={onChange} disabled={!onChange}>
          {change}
          <span className="sr-only">: {title}</span>
        </Button>
      </p>
      {note ? <p className="text-muted text-sm">{note}</p> : null}
    </div>
  );
}

/** A long address may break after its at sign before it breaks anywhere else. */
function Breakable({ text }: { text: string }) {
  const at = text.indexOf("@") + 1;
  if (at === 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}

/** Failures after which the buyer must not simply press the button again. */
const REPLACES_BUTTON = new Set([
  "price_changed",
  "brand_changed",
  "unknown_outcome",
  "in_progress",
  "lost",
  "cookies_blocked",
  "cross_origin",
]);

function Decision(props: Props) {
  const { stage, choice, messages, onBack } = props;
  const { failure } = stage;
  const replaced = failure !== undefined && REPLACES_BUTTON.has(failure.kind);
  return (
    <>
      {failure ? (
        <FailureNotice
          failure={failure}
          step="review"
          busy={stage.busy}
          accepted={stage.checked.total}
          email={stage.body.email}
          productHref={choice.productHref}
          ordersHref={props.ordersHref}
          messages={messages}
          onRetry={() => props.onCreate()}
          onAccept={props.onCreate}
          onCheckAgain={props.onCheckAgain}
          onBack={() => onBack()}
          onStartOver={props.onStartOver}
        />
      ) : null}
      <ConsentForm
        hidden={replaced}
        busy={stage.busy}
        waitFor={failure && "seconds" in failure ? failure : undefined}
        choice={choice}
        payment={{
          coin: stage.body.payment.coin,
          network: networkName(stage.body.payment),
          via: viaName(stage.body.payment.via),
        }}
        terms={props.terms}
        seller={props.seller}
        messages={messages}
        onConfirm={() => props.onCreate()}
        onBack={() => onBack()}
      />
    </>
  );
}
