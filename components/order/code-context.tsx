"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { OrderMessages } from "./order-messages";

export type CodeMessages = Pick<OrderMessages, "code" | "picture" | "esim" | "copy" | "aria">;
export type Announce = (text: string, urgency?: "polite" | "assertive") => void;
type CodeContextValue = { messages: CodeMessages; locale: Locale; announce: Announce };

const CodeContext = createContext<CodeContextValue | undefined>(undefined);

/** What the parts that show a code need; they stand on the page of an order and on that of a gift. */
export function useCodeContext(): CodeContextValue {
  const value = useContext(CodeContext);
  if (!value) throw new Error("This part stands where no codes are shown");
  return value;
}

type Props = { messages: CodeMessages; locale: Locale; children: ReactNode };

/** Language and announcements; the two live regions exist once. */
export function CodeProvider({ messages, locale, children }: Props) {
  const [polite, setPolite] = useState("");
  const [assertive, setAssertive] = useState("");
  const announce = useCallback<Announce>((text, urgency = "polite") => {
    // A no-break space makes the same sentence news again.
    const renew = (previous: string) => (previous === text ? `${text}\u00a0` : text);
    (urgency === "polite" ? setPolite : setAssertive)(renew);
  }, []);
  const value = useMemo(() => ({ messages, locale, announce }), [messages, locale, announce]);
  return (
    <CodeContext value={value}>
      {children}
      <p className="sr-only" role="status" aria-live="polite">
        {polite}
      </p>
      <p className="sr-only" role="alert" aria-live="assertive">
        {assertive}
      </p>
    </CodeContext>
  );
}
