import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { pick } from "@/lib/i18n/fill";
import type { CheckoutMessages, Place, PlacedProblem } from "./checkout-types";

type Props = {
  problems: readonly PlacedProblem[];
  messages: CheckoutMessages;
  locale: string;
};

/** Everything that stands in the way, in one place that takes the focus and leads to the causes. */
export function ProblemSummary({ problems, messages, locale }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // A new list is a new attempt: it is read out even when the same thing is wrong again.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);

  if (problems.length === 0) return null;
  const title = pick(
    problems.length,
    { one: messages.problemsTitleOne, other: messages.problemsTitleOther },
    locale,
  );
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-card" data-testid="problems">
      <Notice tone="danger" title={title}>
        <ul className="grid list-disc gap-1.5 ps-5">
          {problems.map(({ place, text }) => (
            <li key={`${place} ${text}`}>
              {place === "order" ? (
                text
              ) : (
                <a
                  href={`#${anchorOf(place)}`}
                  className="underline underline-offset-2"
                  onClick={(event) => {
                    event.preventDefault();
                    focusPlace(place);
                  }}
                >
                  {`${labelOf(place, messages)}: ${text}`}
                </a>
              )}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">{messages.problemsKept}</p>
      </Notice>
    </div>
  );
}

/** The id of the element where a place begins. */
export function anchorOf(place: Place): string {
  return `checkout-${place}`;
}

function labelOf(place: Place, messages: CheckoutMessages): string {
  const labels: Record<Place, string> = {
    email: messages.fieldEmail,
    recipient: messages.fieldRecipient,
    amount: messages.fieldAmount,
    payment: messages.fieldPayment,
    refund: messages.fieldRefund,
    refundOwn: messages.fieldRefund,
    coupon: messages.fieldCoupon,
    order: messages.fieldOrder,
  };
  return labels[place];
}

/** Goes to the control itself, or to the first one inside a group of them. */
export function focusPlace(place: Place): void {
  const target = document.getElementById(anchorOf(place));
  if (!target) return;
  for (let parent = target.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  const control = target.matches("input, select, a")
    ? target
    : (target.querySelector<HTMLElement>("input:not(:disabled), select, a") ?? target);
  control.focus();
  target.scrollIntoView?.({ block: "center" });
}
