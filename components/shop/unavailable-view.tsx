import type { Locale } from "@/lib/i18n/locales";
import { ordersPath } from "@/lib/urls";
import { MessageView } from "./message-view";
import { RetryButton } from "./retry-button";
import type { CommonWords } from "./words";

type Props = { words: CommonWords["error"]; locale: Locale };

/** Said when the catalogue is not there: nothing was lost, and what was paid for goes on. */
export function UnavailableView({ words, locale }: Props) {
  return (
    <MessageView icon="clock" title={words.title} text={words.text}>
      <RetryButton label={words.retry} />
      <p className="text-muted">
        {words.ordersText}{" "}
        <a href={ordersPath(locale)} className="text-brand underline underline-offset-4">
          {words.orders}
        </a>
      </p>
    </MessageView>
  );
}
