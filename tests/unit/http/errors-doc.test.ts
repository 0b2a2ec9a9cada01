import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HTTP_PROBLEMS } from "@/lib/http/http-problem";
import problems from "@/messages/en/problems.json" with { type: "json" };

const [codes = "", reasons = ""] = readFileSync("docs/errors.md", "utf8").split(
  "## Problems of an order",
);
const rows = (text: string) =>
  text
    .split("\n")
    .filter((line) => /^\| (?:<a[^>]*><\/a>)?`/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim().replace(/<a[^>]*><\/a>|`/g, "")));

test("the page has a row for each code of the interface, with its status and what to do", () => {
  const said = Object.fromEntries(rows(codes).map(([, code, status]) => [code, Number(status)]));
  expect(said).toEqual(HTTP_PROBLEMS);
  for (const [, code, , advice = ""] of rows(codes)) expect(advice.length, code).toBeGreaterThan(5);
});

test("and one for each problem of an order, in the words that buyers read where no detail is known", () => {
  const words: Record<string, string> = problems;
  const plain = Object.keys(words)
    .filter((name) => !name.endsWith("_plain"))
    .map((name) => [name, words[`${name}_plain`] ?? words[name]]);
  const said = rows(reasons).map(([, code, sentence]) => [code, sentence]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(plain));
});
