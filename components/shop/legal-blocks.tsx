import type { LegalBlock, LegalInline } from "@/lib/shop/parse-legal";

/** A shop's own text, from the typed tree that the server made of it. */
export function LegalBlocks({ blocks }: { blocks: readonly LegalBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the tree is fixed and its parts have no names.
    <BlockView key={index} block={block} />
  ));
}

const HEADINGS = {
  2: "mt-4 font-semibold text-xl",
  3: "mt-2 font-semibold text-lg",
  4: "font-semibold",
} as const;

function BlockView({ block }: { block: LegalBlock }) {
  switch (block.type) {
    case "heading": {
      const Heading = `h${block.level}` as const;
      return (
        <Heading className={HEADINGS[block.level]}>
          <Inline parts={block.children} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Inline parts={block.children} />
        </p>
      );
    case "quote":
      return (
        <blockquote className="grid gap-3 border-line-strong border-s-4 ps-4">
          <LegalBlocks blocks={block.children} />
        </blockquote>
      );
    case "rule":
      return <hr className="border-line" />;
    case "list": {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree is fixed and its parts have no names.
        <li key={index} className="ps-1 marker:text-muted">
          <LegalBlocks blocks={item} />
        </li>
      ));
      return block.ordered ? (
        <ol start={block.start} className="grid list-decimal gap-1.5 ps-6">
          {items}
        </ol>
      ) : (
        <ul className="grid list-disc gap-1.5 ps-6">{items}</ul>
      );
    }
  }
}

function Inline({ parts }: { parts: readonly LegalInline[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the tree is fixed and its parts have no names.
    <InlinePart key={index} part={part} />
  ));
}

function InlinePart({ part }: { part: LegalInline }) {
  if (part === "break") return <br />;
  const { text, bold, italic, href } = part;
  const slanted = italic ? <em>{text}</em> : text;
  const words = bold ? <strong className="font-semibold">{slanted}</strong> : slanted;
  if (href === undefined) return words;
  return (
    <a href={href} className="text-brand underline underline-offset-2">
      {words}
    </a>
  );
}
