import type { Locale } from "@/lib/i18n/locales";
import { homePath, ordersPath } from "@/lib/urls";
import type { OrdersMessages } from "./orders-messages";
import { RecoverOrder } from "./recover-order";

type Props = { messages: OrdersMessages; locale: Locale };

/** What everybody without the right to an order sees, whether there is such an order or not. */
export function RecoveryView({ messages, locale }: Props) {
  const text = messages.recover;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-10 sm:py-16">
      <div>
        <h1 className="font-semibold text-2xl leading-tight sm:text-3xl">{text.title}</h1>
        <p className="mt-2 text-muted">{text.text}</p>
      </div>
      <RecoverOrder messages={messages} locale={locale} />
      <noscript>
        <p>{text.noscript}</p>
      </noscript>
      <p className="flex flex-wrap gap-x-6 gap-y-2 border-line border-t pt-5">
        <a
          className="inline-flex min-h-11 items-center underline underline-offset-4"
          href={ordersPath(locale)}
        >
          {text.orders}
        </a>
        <a
          className="inline-flex min-h-11 items-center underline underline-offset-4"
          href={homePath(locale)}
        >
          {text.home}
        </a>
      </p>
    </div>
  );
}
