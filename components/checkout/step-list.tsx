import type { CheckoutMessages } from "./checkout-types";

type Props = { current: "details" | "review" | "pay"; messages: CheckoutMessages };

export function StepList({ current, messages }: Props) {
  const steps = [
    { name: "details", label: messages.stepDetails },
    { name: "review", label: messages.stepReview },
    { name: "pay", label: messages.stepPay },
  ] as const;
  const at = steps.findIndex(({ name }) => name === current);
  return (
    <ol aria-label={messages.steps} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {steps.map(({ name, label }, index) => (
        <li
          key={name}
          aria-current={name === current ? "step" : undefined}
          className="flex items-center gap-2"
        >
          <span
            aria-hidden="true"
            className={`grid size-6 place-items-center rounded-full font-semibold text-xs ${
              index <= at ? "bg-brand text-on-brand" : "bg-sunken text-muted"
            }`}
          >
            {index + 1}
          </span>
          <span className={index === at ? "font-semibold text-ink" : "text-muted"}>{label}</span>
          {index < steps.length - 1 ? (
            <span aria-hidden="true" className="h-px w-5 bg-line sm:w-10" />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
