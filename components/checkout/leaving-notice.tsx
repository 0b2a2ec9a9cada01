import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CheckoutMessages } from "./checkout-types";

type Props = { location: string; messages: CheckoutMessages };

/** Between the answer and the order page; the link is for a browser that does not go by itself. */
export function LeavingNotice({ location, messages }: Props) {
  return (
    <div role="status">
      <Notice tone="ok" title={messages.leaving}>
        <ButtonLink href={location}>{messages.openOrder}</ButtonLink>
      </Notice>
    </div>
  );
}
