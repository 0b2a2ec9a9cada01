import type { Block, Redemption } from "@/lib/contract/catalog";
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
    <div className="grid gap-4" lang={redemption.locale}>
      {parts.map(({ title, blocks }) =>
        blocks ? (
          <section key={title ?? "note"} className="grid gap-2">
            {title ? <h3 className="font-semibold">{title}</h3> : null}
            <Blocks blocks={blocks} />
          </section>
        ) : null,
      )}
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is fixed and its parts have no names.
    <BlockView key={index} block={block} />
  ));
}

function BlockView({ block }: { block: Block }) {
  if (block.type === "list") {
    const List = block.ordered ? "ol" : "ul";
    return (
      <List className={`grid gap-1 ps-5 ${block.ordered ? "list-decimal" : "list-disc"}`}>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <li key={index}>
            <Blocks blocks={item} />
          </li>
        ))}
      </List>
    );
  }
  const text = block.children.map(({ text, bold }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    bold ? <strong key={index}>{text}</strong> : text,
  );
  return <p className={block.type === "heading" ? "font-semibold" : undefined}>{text}</p>;
}
