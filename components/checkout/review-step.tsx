import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { CheckoutLine, CheckoutMessages, Place } from "./checkout-types";
import { ConsentForm } from "./consent-form";
import { FailureNotice } from "./failure-notice";
import { placeOfLine } from "./field-places";
import { mayExist } from "./may-exist";
import { networkName, viaName } from "./payment-names";
import type { Recipient } from "./read-recipients";
import { ReviewLines } from "./review-lines";
import type { Stage } from "./use-checkout";

type Props = {
  stage: Extract<Stage, { name: "review" }>;
  lines: readonly CheckoutLine[];
  /** The recipients as people read them, of the lines that do not go to the e-mail address. */
  recipients: readonly Recipient[];
  ordersHref: string;
  seller: ReactNode;
  messages: CheckoutMessages;
  locale: string;
  onCreate: (acceptedPrice?: CoinAmount, challengeToken?: string) => void;
  onCheckAgain: () => void;
  /** Back to the details, to one place of them when it is known which. */
  onBack: (place?: Place) => void;
  onStartOver: () => void;
};

/** What will be ordered, read back before anything is created. */
export function ReviewStep(props: Props) {
  const { stage, lines, recipients, messages, onBack } = props;
  const bringsCode = lines.some(({ product }) => product.deliversTo === "email");
  const changeAt = (place: Place) => (mayExist(stage) ? undefined : () => onBack(place));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="review-title" className="grid gap-4 sm:gap-5">
      <h2 id="review-title" ref={heading} tabIndex={-1} className="font-semibold text-xl">
        {messages.reviewTitle}
      </h2>
      <ReviewLines stage={stage} lines={lines} messages={messages} locale={props.locale} />
      {recipients.map(({ line, text }) => (
        <ReadBack
          key={line.key}
          title={
            line.product.deliversTo === "phone" ? messages.phoneReadBack : messages.accountReadBack
          }
          value={text}
          note={lines.length > 1 ? `${line.brandName} ${line.product.label}` : undefined}
          change={messages.change}
          onChange={changeAt(placeOfLine("recipient", line))}
        />
      ))}
      <ReadBack
        title={messages.emailReadBack}
        value={stage.body.email}
        note={bringsCode ? messages.emailReadBackText : messages.emailReadBackReceipt}
        change={messages.change}
        onChange={changeAt("email")}
      />
      {stage.body.refundAddress === undefined ? null : (
        <ReadBack
          title={messages.refundReadBack}
          value={stage.body.refundAddress}
          note={messages.refundReadBackText}
          change={messages.change}
          onChange={changeAt("refund")}
        />
      )}
      <Decision {...props} />
    </section>
  );
}

type ReadBackProps = {
  title: string;
  value: string;
  note?: string | undefined;
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
          dir="ltr"
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
  "challenge_required",
  "cookies_blocked",
  "cross_origin",
]);

function Decision(props: Props) {
  const { stage, lines, messages, onBack } = props;
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
          productHref={lines[0]?.productHref ?? ""}
          ordersHref={props.ordersHref}
          messages={messages}
          locale={props.locale}
          onRetry={() => props.onCreate()}
          onAccept={props.onCreate}
          onChallenge={(token) => props.onCreate(undefined, token)}
          onCheckAgain={props.onCheckAgain}
          onBack={() => onBack()}
          onStartOver={props.onStartOver}
        />
      ) : null}
      <ConsentForm
        hidden={replaced}
        busy={stage.busy}
        waitFor={failure && "seconds" in failure ? failure : undefined}
        lines={lines}
        payment={{
          coin: stage.body.payment.coin,
          network: networkName(stage.body.payment),
          via: viaName(stage.body.payment.via),
        }}
        seller={props.seller}
        messages={messages}
        onConfirm={() => props.onCreate()}
        onBack={() => onBack()}
      />
    </>
  );
}
