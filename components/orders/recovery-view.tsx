import { MessageView } from "@/components/shop/message-view";
import type { Locale } from "@/lib/i18n/locales";
import { homePath, ordersPath } from "@/lib/urls";
import { LateRecoverOrder } from "./late-recover-order";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; locale: Locale };

/** What everybody without the right to an order sees, whether there is such an order or not. */
export function RecoveryView({ messages, locale }: Props) {
  const text = messages.recover;
  return (
    <MessageView icon="shield" title={text.title} text={text.text}>
      <LateRecoverOrder messages={messages} locale={locale} />
      <noscript>
        <p>{text.noscript}</p>
      </noscript>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <a className={LINK} href={ordersPath(locale)}>
          {text.orders}
        </a>
        <a className={LINK} href={homePath(locale)}>
          {text.home}
        </a>
      </p>
    </MessageView>
  );
}

const LINK = "inline-flex min-h-11 items-center text-brand underline underline-offset-4";
