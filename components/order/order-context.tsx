"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { revealCodes } from "./order-api";
import type { OrderMessages } from "./order-messages";

type Announce = (text: string, urgency?: "polite" | "assertive") => void;
type OrderContextValue = {
  messages: OrderMessages;
  locale: Locale;
  announce: Announce;
  /** Where codes come from; a page that shows made-up orders brings its own. */
  reveal: typeof revealCodes;
  /** The order is made up: nothing of it is kept on this device. */
  still: boolean;
};

const OrderContext = createContext<OrderContextValue | undefined>(undefined);

export function useOrderContext(): OrderContextValue {
  const value = useContext(OrderContext);
  if (!value) throw new Error("This part of the order page stands outside of it");
  return value;
}

type Props = {
  messages: OrderMessages;
  locale: Locale;
  reveal?: typeof revealCodes;
  still?: boolean;
  children: ReactNode;
};

/** Language and announcements for the parts of the page; the two live regions exist once. */
export function OrderProvider({
  messages,
  locale,
  reveal = revealCodes,
  still = false,
  children,
}: Props) {
  const [polite, setPolite] = useState("");
  const [assertive, setAssertive] = useState("");
  const announce = useCallback<Announce>((text, urgency = "polite") => {
    // A no-break space makes the same sentence news again.
    const renew = (previous: string) => (previous === text ? `${text}\u00a0` : text);
    (urgency === "polite" ? setPolite : setAssertive)(renew);
  }, []);
  const value = useMemo(
    () => ({ messages, locale, announce, reveal, still }),
    [messages, locale, announce, reveal, still],
  );
  return (
    <OrderContext value={value}>
      {children}
      <p className="sr-only" role="status" aria-live="polite">
        {polite}
      </p>
      <p className="sr-only" role="alert" aria-live="assertive">
        {assertive}
      </p>
    </OrderContext>
  );
}
