import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Attributes whose text a person sees or hears. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|hint|summary)$/;

/** Read by programmers, in English alone. */
const FOR_PROGRAMMERS = ["lib/contract/openapi.ts"];

const JOINING = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

type Found = { where: string; text: string };

const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

/** The texts that an expression can become, without what is filled in. */
function textsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  }
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) {
    return textsOf(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  }
  if (!ts.isBinaryExpression(node)) return [];
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return textsOf(right);
  return JOINING.has(operatorToken.kind) ? [...textsOf(left), ...textsOf(right)] : [];
}

function findWords(path: string, source: string): Found[] {
  const found: Found[] = [];
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const note = (node: ts.Node, texts: readonly string[]) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    for (const text of texts) {
      if (/\p{L}{2}/u.test(text)) found.push({ where: `${path}:${line + 1}`, text: text.trim() });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, [node.text]);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) note(node, textsOf(node));
    if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText(file))) {
      note(node, textsOf(node.initializer));
    }
    if (ts.isPropertyAssignment(node) && /^(title|description)$/.test(node.name.getText(file))) {
      note(node, textsOf(node.initializer));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test("no sentence for people stands in a component or a page", () => {
  const found = ["app", "components", "lib"]
    .flatMap(sourcesOf)
    .filter((path) => !FOR_PROGRAMMERS.includes(path))
    .flatMap((path) => findWords(path, readFileSync(path, "utf8")));
  expect(found).toEqual([]);
}, 30_000);

test.each([
  ["text between tags", "<p>Pay now</p>"],
  ["text in braces", '<p>{"Pay now"}</p>'],
  ["one of two texts", '<p>{late ? "Too late" : words.pay}</p>'],
  ["a text around a value", "<p>{`Pay $" + "{amount} now`}</p>"],
  ["the name of a control", '<button aria-label="Close" />'],
  ["the text of a picture", '<img alt={"A card"} />'],
  ["the title of a page", '{ title: "Your orders" }'],
])("%s is found", (_name, source) => {
  expect(findWords("example.tsx", `const a = ${source};`)).not.toEqual([]);
});

test("what is read from the messages is not taken for a sentence", () => {
  const source = '<p className="m-2" id="pay">{words.pay} · {a === "b" ? words.c : amount}</p>';
  expect(findWords("example.tsx", `const a = ${source};`)).toEqual([]);
});
