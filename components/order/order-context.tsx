"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { type Announce, CodeProvider, useCodeContext } from "./code-context";
import { revealCodes } from "./order-api";
import type { OrderMessages } from "./order-messages";

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

/** Language, announcements and the source of codes for the parts of the page. */
export function OrderProvider({ messages, locale, ...rest }: Props) {
  return (
    <CodeProvider messages={messages} locale={locale}>
      <WithOrder messages={messages} {...rest} />
    </CodeProvider>
  );
}

function WithOrder({
  messages,
  reveal = revealCodes,
  still = false,
  children,
}: Omit<Props, "locale">) {
  const { locale, announce } = useCodeContext();
  const value = useMemo(
    () => ({ messages, locale, announce, reveal, still }),
    [messages, locale, announce, reveal, still],
  );
  return <OrderContext value={value}>{children}</OrderContext>;
}
