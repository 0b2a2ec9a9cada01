import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutMessages } from "./checkout-types";

type Missing = {
  kind: "gone" | "sold_out";
  item: { slug: string };
  page?: { brand: { name: string } };
};

type Props = {
  missing: readonly Missing[];
  messages: CheckoutMessages;
  /** What can be done about it. */
  children?: ReactNode;
};

/** What was in the cart and cannot be ordered now; the rest of it can. */
export function MissingLines({ missing, messages, children }: Props) {
  const sentences = { gone: messages.missingGone, sold_out: messages.soldOutText };
  return (
    <Notice tone="warn" title={messages.missingTitle}>
      <ul className="grid list-disc gap-1 ps-5">
        {missing.map(({ kind, item, page }) => {
          const brand = page?.brand.name ?? item.slug;
          return <li key={`${kind} ${brand}`}>{fill(sentences[kind], { brand })}</li>;
        })}
      </ul>
      {children ? <div className="mt-3">{children}</div> : null}
    </Notice>
  );
}
