import { type ChildNode, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import type { Block, InlineText } from "../contract/catalog";
import { httpsUrl } from "../https-url";

const MAX_LENGTH = 60_000;
const MAX_BLOCKS = 300;
const MAX_DEPTH = 12;

/** Their content is code or another document, never text for a reader. */
const DROPPED = new Set(
  "script style iframe object embed svg math template noscript textarea select title head form".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "p div section article blockquote header footer table tr td th tbody thead pre address".split(
    " ",
  ),
);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const BOLD = new Set(["b", "strong"]);

/** Direction overrides and other invisible characters can make a text read as another one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

type Style = { bold?: true; href?: string };

/**
 * Turns third-party HTML into paragraphs, headings, lists, bold text and https links. Every other
 * element is unwrapped or dropped, so that nothing but text and those links can reach a page.
 */
export function htmlToBlocks(html: string | undefined): Block[] {
  if (html === undefined || html.trim() === "") return [];
  const document = parseDocument(html.slice(0, MAX_LENGTH), { decodeEntities: true });
  return toBlocks(document.children, 0).slice(0, MAX_BLOCKS);
}

function toBlocks(nodes: readonly ChildNode[], depth: number): Block[] {
  const blocks: Block[] = [];
  let inline: InlineText[] = [];
  const flush = () => {
    const children = tidy(inline);
    if (children.length > 0) blocks.push({ type: "paragraph", children });
    inline = [];
  };
  const walk = (children: readonly ChildNode[], style: Style, level: number) => {
    for (const node of children) {
      if (isText(node)) inline.push({ type: "text", text: node.data, ...style });
      if (!isTag(node) || level > MAX_DEPTH || DROPPED.has(node.name)) continue;
      if (node.name === "br") flush();
      else if (node.name === "ul" || node.name === "ol") {
        flush();
        const items = node.children
          .filter((child) => isTag(child) && child.name === "li")
          .map((child) => toBlocks("children" in child ? child.children : [], level + 1))
          .filter((item) => item.length > 0);
        if (items.length > 0) blocks.push({ type: "list", ordered: node.name === "ol", items });
      } else if (HEADINGS.has(node.name)) {
        flush();
        const heading = tidy(flatten(node.children, level + 1));
        if (heading.length > 0) blocks.push({ type: "heading", children: heading });
      } else if (BLOCKS.has(node.name) || node.name === "li") {
        flush();
        walk(node.children, style, level + 1);
        flush();
      } else walk(node.children, { ...style, ...styleOf(node.name, node.attribs.href) }, level + 1);
    }
  };
  walk(nodes, {}, depth);
  flush();
  return blocks;
}

function flatten(nodes: readonly ChildNode[], depth: number): InlineText[] {
  return toBlocks(nodes, depth).flatMap((block) =>
    block.type === "list"
      ? []
      : block.children.map(({ text }): InlineText => ({ type: "text", text })),
  );
}

function styleOf(name: string, href: string | undefined): Style {
  if (BOLD.has(name)) return { bold: true };
  const link = name === "a" ? httpsUrl(href) : undefined;
  return link === undefined ? {} : { href: link };
}

/** Collapses white space as a browser would, and drops what is then empty. */
function tidy(parts: readonly InlineText[]): InlineText[] {
  const out: InlineText[] = [];
  for (const part of parts) {
    const text = part.text.replace(INVISIBLE, "").replace(/\s+/g, " ");
    const last = out.at(-1);
    const joined = last === undefined || last.text.endsWith(" ") ? text.replace(/^ /, "") : text;
    if (joined === "") continue;
    if (last && last.bold === part.bold && last.href === part.href) {
      out[out.length - 1] = { ...last, text: last.text + joined };
    } else out.push({ ...part, text: joined });
  }
  const end = out.at(-1);
  if (end) out[out.length - 1] = { ...end, text: end.text.trimEnd() };
  return out.filter(({ text }) => text !== "");
}
