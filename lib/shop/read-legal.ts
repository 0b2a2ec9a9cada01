import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LegalText, parseLegal } from "./parse-legal";

export const LEGAL_PAGES = ["help", "terms", "privacy", "imprint"] as const;
export type LegalPageName = (typeof LEGAL_PAGES)[number];

/** A shop's own texts, by `page.locale`. */
export type LegalTexts = ReadonlyMap<string, LegalText>;

const FILE = new RegExp(`^(${LEGAL_PAGES.join("|")})\\.([a-z]{2}(?:-[A-Z]{2})?)\\.md$`);

/** Reads `legal/<page>.<language>.md` of a shop's folder, which may have none. */
export function readLegal(folder: string, locales: readonly string[]) {
  const texts = new Map<string, LegalText>();
  const sources: string[] = [];
  const faults: string[] = [];
  const warnings: string[] = [];
  for (const name of namesIn(join(/*turbopackIgnore: true*/ folder, "legal"))) {
    const path = join(/*turbopackIgnore: true*/ folder, "legal", name);
    const [, page, locale] = FILE.exec(name) ?? [];
    if (page === undefined || locale === undefined) {
      const pages = LEGAL_PAGES.join(", ");
      faults.push(`${path}: must be <page>.<language>.md, a page being ${pages}`);
      continue;
    }
    if (!locales.includes(locale)) {
      warnings.push(`${path}: is not in a language of the pages, and is not used`);
      continue;
    }
    const source = readFileSync(/*turbopackIgnore: true*/ path, "utf8");
    const { text, faults: found } = parseLegal(source);
    sources.push(name, source);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
    texts.set(`${page}.${locale}`, text);
  }
  return { texts, sources, faults, warnings };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(/*turbopackIgnore: true*/ folder).sort();
  } catch {
    // A shop without the folder has the texts that come with the program.
    return [];
  }
}
