import type { List, Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

export type LegalInline =
  | { text: string; bold?: boolean; italic?: boolean; href?: string }
  | "break";
/** A partner's text as a typed tree: the only form in which it reaches a component. */
export type LegalBlock =
  | { type: "heading"; level: 2 | 3 | 4; children: LegalInline[] }
  | { type: "paragraph"; children: LegalInline[] }
  | { type: "quote"; children: LegalBlock[] }
  | { type: "list"; ordered: boolean; start: number; items: LegalBlock[][] }
  | { type: "rule" };
export type LegalText = { title: string; blocks: LegalBlock[] };

const LINK = /^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/;

type Marks = { bold?: boolean; italic?: boolean; href?: string };

/**
 * Reads the Markdown of a page.
 * @returns its title and blocks, and a line for everything that has no place in such a text.
 */
export function parseLegal(markdown: string): { text: LegalText; faults: string[] } {
  const faults: string[] = [];
  const refuse = (node: Nodes, why: string) => {
    faults.push(`line ${node.position?.start.line ?? 1}: ${why}`);
    return [];
  };

  const inline = (nodes: readonly PhrasingContent[], marks: Marks): LegalInline[] =>
    nodes.flatMap((node): LegalInline[] => {
      switch (node.type) {
        case "text":
          return [{ text: node.value, ...marks }];
        case "break":
          return ["break"];
        case "strong":
          return inline(node.children, { ...marks, bold: true });
        case "emphasis":
          return inline(node.children, { ...marks, italic: true });
        case "link":
          return LINK.test(node.url)
            ? inline(node.children, { ...marks, href: node.url })
            : refuse(node, "a link must begin with https://, mailto:, tel:, / or #");
        default:
          return refuse(node, `${NAMES[node.type] ?? node.type} has no place here`);
      }
    });

  const list = (node: List): LegalBlock => ({
    type: "list",
    ordered: node.ordered === true,
    start: node.start ?? 1,
    items: node.children.map(({ children }) => blocks(children)),
  });

  const blocks = (nodes: readonly RootContent[]): LegalBlock[] =>
    nodes.flatMap((node): LegalBlock[] => {
      switch (node.type) {
        case "paragraph":
          return [{ type: "paragraph", children: inline(node.children, {}) }];
        case "heading": {
          const level = Math.min(4, Math.max(2, node.depth)) as 2 | 3 | 4;
          return [{ type: "heading", level, children: inline(node.children, {}) }];
        }
        case "blockquote":
          return [{ type: "quote", children: blocks(node.children) }];
        case "list":
          return [list(node)];
        case "thematicBreak":
          return [{ type: "rule" }];
        default:
          return refuse(node, `${NAMES[node.type] ?? node.type} has no place here`);
      }
    });

  const [first, ...rest] = fromMarkdown(markdown).children;
  if (first?.type !== "heading" || first.depth !== 1) {
    faults.push("line 1: must begin with a heading such as # Terms");
    return { text: { title: "", blocks: [] }, faults };
  }
  const title = inline(first.children, {})
    .map((part) => (part === "break" ? " " : part.text))
    .join("");
  const text = { title, blocks: blocks(rest) };
  return { text, faults: [...new Set(faults)] };
}

const NAMES: Readonly<Record<string, string>> = {
  html: "HTML",
  image: "a picture",
  imageReference: "a picture",
  code: "code",
  inlineCode: "code",
  linkReference: "a link by reference",
  definition: "a link by reference",
};
