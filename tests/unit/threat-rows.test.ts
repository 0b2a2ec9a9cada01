import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** The last row of each part of the threat table; every row is the beginning of a test's name. */
const LAST = { A: 9, B: 13, C: 9, D: 18, E: 12, F: 6, G: 11, H: 6 } as const;
const ROWS = Object.entries(LAST).flatMap(([part, last]) =>
  Array.from({ length: last }, (_unused, index) => `${part}${index + 1}`),
);

const TITLE =
  /\b(?:describe|test|it)(?:\.(?:describe|serial))?(?:\.each(?:<[^(]*>)?\((?:[^()]|\([^()]*\))*\))?\(\s*["'`]([^"'`]+)/g;
const ROW = /^(?:[A-H]\d{1,2}(?:\.\d{1,2})?(?:, |\b))+/;

/** The rows that a test's name begins with: `F6, G1: …` stands for two. */
function rowsOf(title: string): string[] {
  const [beginning = ""] = ROW.exec(title) ?? [];
  return beginning.split(",").map((row) => row.trim());
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:test|spec)\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(TITLE)])
    .map(([, title = ""]) => title);
}

const covered = new Set(
  ["unit", "contract", "routes", "components", "e2e", "chaos"].flatMap((folder) =>
    namesIn(`tests/${folder}`).flatMap(rowsOf),
  ),
);

describe("every row of the threat table has a test that is named by it", () => {
  test.each(ROWS)("%s", (row) => {
    expect(covered.has(row)).toBe(true);
  });
});

test("a name counts for the rows that it begins with, and for no others", () => {
  expect(rowsOf("F6, G1: a script does not run")).toEqual(["F6", "G1"]);
  expect(rowsOf("B1 one order per intent")).toEqual(["B1"]);
  // Rows of another table, and rows that are only talked about.
  expect(rowsOf("C4.8: a code is in no title")).toEqual(["C4.8"]);
  expect(rowsOf("an order like B1")).toEqual([""]);
  expect(rowsOf("B12: a number")).not.toContain("B1");
});
