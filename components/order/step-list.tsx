"use client";

import { Icon } from "@/components/ui/icon";
import { useOrderContext } from "./order-context";

const STEPS = ["pay", "confirm", "deliver"] as const;

type Props = { current: (typeof STEPS)[number] | "done" };

/** The three stations of an order, and where it is. */
export function StepList({ current }: Props) {
  const { messages } = useOrderContext();
  const position = current === "done" ? STEPS.length : STEPS.indexOf(current);
  return (
    <ol
      className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm"
      aria-label={messages.steps.label}
    >
      {STEPS.map((step, index) => {
        const done = index < position;
        const now = index === position;
        return (
          <li
            key={step}
            aria-current={now ? "step" : undefined}
            className={`flex items-center gap-2 ${index > 0 ? "before:h-px before:w-4 before:bg-line sm:before:w-8" : ""} ${now ? "font-medium text-ink" : "text-muted"}`}
          >
            <span
              aria-hidden="true"
              className={`inline-flex size-6 items-center justify-center rounded-full border text-xs tabular-nums ${done ? "border-transparent bg-ok-soft text-ok" : now ? "border-brand text-brand" : "border-line"}`}
            >
              {done ? <Icon name="check" /> : index + 1}
            </span>
            <span className={now ? "" : "max-sm:sr-only"}>{messages.steps[step]}</span>
            {done && <span className="sr-only">({messages.steps.done})</span>}
          </li>
        );
      })}
    </ol>
  );
}
