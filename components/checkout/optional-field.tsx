import { type ReactNode, useEffect, useState } from "react";
import type { CheckoutMessages } from "./checkout-types";

/** Open as soon as there is something inside to see, and closed by the buyer's own hand alone. */
export function useOpened(isNeeded: boolean): [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  return [isOpen, setOpen];
}

type Props = {
  title: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  messages: CheckoutMessages;
  children: ReactNode;
};

/** A field that few need, folded away under its title. */
export function OptionalField({ title, isOpen, onToggle, messages, children }: Props) {
  return (
    <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-medium text-brand">
        {title}
        <span className="font-normal text-muted text-sm">({messages.optional})</span>
      </summary>
      <div className="mt-2 grid gap-2">{children}</div>
    </details>
  );
}
