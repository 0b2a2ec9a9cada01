import { fill } from "../../lib/i18n/fill";
import { LOCALES } from "../../lib/i18n/locales";
import { loadMessages } from "../../lib/i18n/messages";

type Text = { title: string; sections: { heading: string; paragraphs: string[] }[] };
type Words = Record<"terms" | "privacy", Text>;

/**
 * The texts that come with the program, as Markdown under the shop's name and in every language: a
 * beginning to write on. There is none of the imprint, which is made of the shop's legal entity.
 */
export async function legalDrafts(shop: string): Promise<Map<string, string>> {
  const drafts = new Map<string, string>();
  for (const locale of LOCALES) {
    const legal = (await loadMessages(locale)).legal as Words;
    for (const page of ["terms", "privacy"] as const) {
      drafts.set(`legal/${page}.${locale}.md`, draft(legal[page], shop));
    }
  }
  return drafts;
}

function draft({ title, sections }: Text, shop: string): string {
  const parts = sections.flatMap(({ heading, paragraphs }) => [
    `## ${plain(fill(heading, { shop }))}`,
    ...paragraphs.map((paragraph) => plain(fill(paragraph, { shop }))),
  ]);
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

/** A text in Markdown that says the same: what would begin a mark is made plain. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
