import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const example = readFileSync(".env.example", "utf8").split("\n");
const schema = readFileSync("lib/env/schema.ts", "utf8");
const names = [...schema.matchAll(/^\s+([A-Z][A-Z0-9_]{2,}): /gm)].map(([, name = ""]) => name);

test("every variable stands in .env.example, with a line above it that says what it is", () => {
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    const at = example.findIndex((line) => new RegExp(`^(# )?${name}=`).test(line));
    expect(at, name).toBeGreaterThan(0);
    expect(example[at - 1], name).toMatch(/^# [A-Z].*\.$/);
  }
});
