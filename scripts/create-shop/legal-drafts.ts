import { fill } from "../../lib/i18n/fill";
import type { Locale } from "../../lib/i18n/locales";
import { loadMessages } from "../../lib/i18n/messages";
import type { Answers } from "./answers";

type Text = { title: string; sections: { heading: string; paragraphs: string[] }[] };
type Words = Record<"terms" | "privacy", Text>;
type Imprint = { imprint: { title: string; operator: string; address: string } };

/** The texts that come with the program, as Markdown under the shop's name: a beginning to write on. */
export async function legalDrafts(answers: Answers): Promise<Map<string, string>> {
  const locale = answers.locale as Locale;
  const messages = await loadMessages(locale);
  const legal = messages.legal as Words;
  const drafts = new Map<string, string>();
  for (const page of ["terms", "privacy"] as const) {
    drafts.set(`legal/${page}.${locale}.md`, draft(legal[page], answers.name));
  }
  if (answers.entity !== undefined) {
    const { imprint } = messages.shop as Imprint;
    const rows = [
      [imprint.operator, answers.entity],
      [imprint.address, answers.address],
    ].flatMap(([label, value]) => (value === undefined ? [] : [`**${label}**\n\n${plain(value)}`]));
    drafts.set(`legal/imprint.${locale}.md`, `# ${imprint.title}\n\n${rows.join("\n\n")}\n`);
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
