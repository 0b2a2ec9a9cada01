import { Blocks } from "@/components/product/blocks";
import type { Redemption } from "@/lib/contract/catalog";
import type { CheckoutMessages } from "./checkout-types";

type Props = { redemption: Redemption; messages: CheckoutMessages };

/** The third-party texts that the buyer confirms to have read; nothing when there are none. */
export function ProductTerms({ redemption, messages }: Props) {
  const parts = [
    { title: messages.howToRedeem, blocks: redemption.howToRedeem },
    { title: messages.terms, blocks: redemption.terms },
    { title: undefined, blocks: redemption.note },
  ];
  return (
    <div className="grid gap-4">
      {parts.map(({ title, blocks }) =>
        blocks ? (
          <section key={title ?? "note"} className="grid gap-2">
            {title ? <h3 className="font-semibold">{title}</h3> : null}
            <Blocks blocks={blocks} lang={redemption.locale} />
          </section>
        ) : null,
      )}
    </div>
  );
}
