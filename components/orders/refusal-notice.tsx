import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { OrdersMessages } from "./orders-messages";
import type { RecoveryState } from "./use-recovery";

type Props = {
  state: RecoveryState;
  /** What to say where nothing was found by what was asked with. */
  notFound: string;
  words: OrdersMessages["find"];
  locale: string;
};

/** Why no order was opened; nothing while it is not known. */
export function RefusalNotice({ state, notFound, words, locale }: Props) {
  if (state === "idle" || state === "busy") return null;
  return (
    <Notice tone="warn" role="alert">
      {fill(state === "notFound" ? notFound : words[state], { minutes: 15 }, locale)}
    </Notice>
  );
}
