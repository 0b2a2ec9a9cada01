import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("docs/architecture.md", "utf8");
const table = text.slice(text.indexOf("## Folders"), text.indexOf("## Caches"));
const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = ""]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
);

test("every folder of lib and components stands in the table, and every file of lib itself", () => {
  const there = ["lib", "components"].flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${parent}/${entry.name}/` : `${parent}/${entry.name}`,
    ),
  );
  expect(there.length).toBeGreaterThan(40);
  expect(there.filter((name) => !named.includes(name))).toEqual([]);
});

test("what the table names is there, once", () => {
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});
