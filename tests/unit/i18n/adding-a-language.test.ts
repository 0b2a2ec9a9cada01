import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { LOCALES, matchLocale } from "@/lib/i18n/locales";

/** Where a language may be named, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "lib/i18n/locales.ts": "the one line of each language",
  "lib/i18n/direction.ts": "languages of the world that are written from the right",
  "lib/i18n/upstream-lang.ts": "what upstream has texts in",
  "lib/shop/schema-sales.ts": "the default of a shop that names none",
  "app/[shop]/[locale]/page.tsx": "countries are found by their English names, too",
};

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

function languagesIn(path: string): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const text = readFileSync(path, "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const literal = ts.isStringLiteralLike(node) ? node.text : undefined;
    if (literal !== undefined && LOCALES.some((locale) => locale === literal)) found.push(literal);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test("a language is one line and one folder: nothing else in the shop names one", () => {
  const naming = sources.filter((path) => languagesIn(path).length > 0);
  expect(naming.sort()).toEqual(Object.keys(ALLOWED).sort());
}, 30_000);

test("the document on languages shows the line as it stands", () => {
  const line = /pt-BR": "[^"]+",/.exec(readFileSync("lib/i18n/locales.ts", "utf8"))?.[0];
  expect(line).toBeDefined();
  expect(readFileSync("docs/languages.md", "utf8")).toContain(line);
});

test("every language is one that the machine can format and count in", () => {
  for (const locale of LOCALES) {
    expect(Intl.NumberFormat.supportedLocalesOf(locale), locale).toEqual([locale]);
    expect(Intl.PluralRules.supportedLocalesOf(locale), locale).toEqual([locale]);
    expect(matchLocale(locale), locale).toBe(locale);
  }
});
