import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  SHOP_DOC_FILE,
  SHOP_SCHEMA_FILE,
  shopJsonSchema,
  withFieldTable,
} from "@/scripts/shop-json-schema";

const read = (file: string) => readFileSync(file, "utf8");

test("what editors and readers are told is what the server checks; else run npm run shop-schema", () => {
  expect(read(SHOP_SCHEMA_FILE)).toBe(shopJsonSchema());
  expect(read(SHOP_DOC_FILE)).toBe(withFieldTable(read(SHOP_DOC_FILE)));
});

test("every field says what it is", () => {
  const [, fields = ""] = read(SHOP_DOC_FILE).split("<!-- fields -->");
  const table = fields.split("\n").filter((line) => line.startsWith("| `"));
  expect(table.length).toBeGreaterThan(80);
  for (const line of table) expect(line).toMatch(/^\| `[^`]+` \| [A-Z0-9].*\.? \|/);
});

test("every shop names the description for its editor", () => {
  const shops = readdirSync("shops", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of shops) {
    const config = JSON.parse(read(`shops/${name}/shop.json`)) as Record<string, unknown>;
    expect(config.$schema, name).toBe("../shop.schema.json");
  }
});
