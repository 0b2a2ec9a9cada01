import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type {
  CheckoutLine,
  CheckoutMessages,
  OrderPlace,
  PageRemedy,
  Place,
  PlacedProblem,
} from "./checkout-types";
import { lineOfPlace } from "./field-places";
import { formatMoney } from "./format-money";
import { anchorOf, focusPlace } from "./place-anchor";

type Props = {
  problems: readonly PlacedProblem[];
  lines: readonly CheckoutLine[];
  messages: CheckoutMessages;
  locale: string;
  onRemedy: (remedy: PageRemedy) => void;
};

/** Everything that stands in the way, in one place that takes the focus and leads to the causes. */
export function ProblemSummary(props: Props) {
  const { problems, lines, messages, locale } = props;
  const box = useRef<HTMLDivElement>(null);
  // A new list is a new attempt: it is read out even when the same thing is wrong again.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);

  if (problems.length === 0) return null;
  const title = fill(messages.problemsTitle, { count: problems.length }, locale);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-card" data-testid="problems">
      <Notice tone="danger" title={title}>
        <ul className="grid list-disc gap-1.5 ps-5">
          {problems.map((problem) => (
            <li key={`${problem.place} ${problem.text}`}>
              <Sentence problem={problem} lines={lines} messages={messages} />
              <Remedies {...props} problem={problem} />
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">{messages.problemsKept}</p>
      </Notice>
    </div>
  );
}

type SentenceProps = Pick<Props, "lines" | "messages"> & { problem: PlacedProblem };

function Sentence({ problem: { place, text }, lines, messages }: SentenceProps) {
  if (place === "order") return text;
  return (
    <a
      href={`#${anchorOf(place)}`}
      className="underline underline-offset-2"
      onClick={(event) => {
        event.preventDefault();
        focusPlace(place);
      }}
    >
      {`${labelOf(place, lines, messages)}: ${text}`}
    </a>
  );
}

const OPEN = {
  account: "openAccount",
  verification: "openVerification",
  product: "toProduct",
} as const;

/** What the page can do about it by itself. */
function Remedies(props: Props & { problem: PlacedProblem }) {
  const { problem, lines, messages, locale, onRemedy } = props;
  const remedies = problem.remedies ?? [];
  if (remedies.length === 0) return null;
  return (
    <p className="my-2 flex flex-wrap gap-2">
      {remedies.map((remedy) => {
        if (remedy.kind === "open") {
          return (
            <ButtonLink key={remedy.href} href={remedy.href} variant="secondary">
              {messages[OPEN[remedy.label]]}
            </ButtonLink>
          );
        }
        const label = remedyLabel(remedy, lines, messages, locale);
        return (
          <Button key={label} variant="secondary" onClick={() => onRemedy(remedy)}>
            {label}
          </Button>
        );
      })}
    </p>
  );
}

function remedyLabel(
  remedy: PageRemedy,
  lines: readonly CheckoutLine[],
  messages: CheckoutMessages,
  locale: string,
): string {
  if (remedy.kind === "drop_coupon") return messages.withoutCoupon;
  const line = lines.find(({ key }) => key === remedy.line);
  const product = line?.brandName ?? "";
  if (remedy.kind === "remove_line") return fill(messages.withoutLine, { product });
  const currency = line?.product.range?.currency ?? "";
  const left = formatMoney({ amount: remedy.value, currency }, locale);
  return lines.length > 1
    ? fill(messages.amountUseLeftOf, { left, product })
    : fill(messages.amountUseLeft, { left });
}

function labelOf(place: Place, lines: readonly CheckoutLine[], messages: CheckoutMessages): string {
  const line = lineOfPlace(place, lines);
  if (line) {
    const field = place.startsWith("amount-") ? messages.fieldAmount : messages.fieldRecipient;
    return lines.length > 1 ? `${line.brandName}, ${field}` : field;
  }
  const labels: Record<OrderPlace, string> = {
    email: messages.fieldEmail,
    payment: messages.fieldPayment,
    refund: messages.fieldRefund,
    refundOwn: messages.fieldRefund,
    coupon: messages.fieldCoupon,
    order: messages.fieldOrder,
  };
  return labels[place as OrderPlace] ?? messages.fieldOrder;
}
