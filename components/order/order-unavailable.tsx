import { ButtonLink } from "@/components/ui/button";
import type { OrderMessages } from "./order-messages";

/** The upstream does not answer. The order is not lost, and the page says so before anything else. */
export function OrderUnavailable({ messages }: { messages: OrderMessages }) {
  const text = messages.unavailable;
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-16" data-testid="order-unavailable">
      <h1 className="font-semibold text-2xl leading-tight sm:text-3xl">{text.title}</h1>
      <p className="mt-2 text-muted">{text.text}</p>
      <div className="mt-6">
        {/* An empty query leads to the very same page, with or without scripts. */}
        <ButtonLink href="?" variant="primary" size="lg">
          {text.retry}
        </ButtonLink>
      </div>
    </div>
  );
}
