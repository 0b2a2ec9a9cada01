import type { Block, InlineText } from "@/lib/contract/catalog";

type Props = {
  blocks: readonly Block[];
  /** The language of the text where it is not the page's. */
  lang?: string | undefined;
};

/** A third party's text, from the typed tree that the server made of it; it runs as its own letters do. */
export function Blocks({ blocks, lang }: Props) {
  return (
    <div lang={lang} dir="auto" className="grid gap-3 [overflow-wrap:anywhere]">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree is fixed and its parts have no names.
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.type === "heading") {
    return (
      <h3 className="mt-2 font-semibold first:mt-0">
        <Inline parts={block.children} />
      </h3>
    );
  }
  if (block.type === "paragraph") {
    return (
      <p>
        <Inline parts={block.children} />
      </p>
    );
  }
  const List = block.ordered ? "ol" : "ul";
  return (
    <List className={`grid gap-1.5 ps-6 ${block.ordered ? "list-decimal" : "list-disc"}`}>
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree is fixed and its parts have no names.
        <li key={index} className="ps-1 marker:text-muted">
          <Blocks blocks={item} />
        </li>
      ))}
    </List>
  );
}

function Inline({ parts }: { parts: readonly InlineText[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the tree is fixed and its parts have no names.
    <InlinePart key={index} {...part} />
  ));
}

function InlinePart({ text, bold, href }: InlineText) {
  const words = bold ? <strong className="font-semibold">{text}</strong> : text;
  if (href === undefined) return words;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-brand underline underline-offset-2"
    >
      {words}
    </a>
  );
}
