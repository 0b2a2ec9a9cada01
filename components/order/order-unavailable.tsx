import { MessageView } from "@/components/shop/message-view";
import { ButtonLink } from "@/components/ui/button";
import type { OrderMessages } from "./order-messages";

/** The upstream does not answer. The order is not lost, and the page says so before anything else. */
export function OrderUnavailable({ messages }: { messages: OrderMessages }) {
  const text = messages.unavailable;
  return (
    <MessageView icon="clock" title={text.title} text={text.text}>
      {/* An empty query leads to the very same page, with or without scripts. */}
      <ButtonLink href="?" size="lg" data-testid="order-unavailable">
        {text.retry}
      </ButtonLink>
    </MessageView>
  );
}
