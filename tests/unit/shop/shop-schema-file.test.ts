import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkShop } from "@/lib/shop/check-shop";
import { contrastFaults } from "@/lib/shop/contrast";
import { shopSchema } from "@/lib/shop/schema";
import { FULL_SHOP } from "@/scripts/full-shop";
import {
  SHOP_DOC_FILE,
  SHOP_SCHEMA_FILE,
  shopFields,
  shopJsonSchema,
  withFieldTable,
} from "@/scripts/shop-json-schema";

const read = (file: string) => readFileSync(file, "utf8");

test("what editors and readers are told is what the server checks; else run npm run shop-schema", () => {
  expect(read(SHOP_SCHEMA_FILE)).toBe(shopJsonSchema());
  expect(read(SHOP_DOC_FILE)).toBe(withFieldTable(read(SHOP_DOC_FILE)));
});

test("every field has an example, and the examples together are a shop that the server takes", () => {
  const bare = shopFields().filter(
    ({ field }) =>
      !field.properties && !field.items?.properties && field.examples?.[0] === undefined,
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
  const config = shopSchema.parse(FULL_SHOP);
  expect(checkShop(config)).toEqual([]);
  expect(contrastFaults(config.theme)).toEqual([]);
});

test("no example is what the field says anyway", () => {
  const idle = shopFields().filter(
    ({ field }) =>
      field.default !== undefined &&
      !field.properties &&
      JSON.stringify(field.default) === JSON.stringify(field.examples?.[0]),
  );
  expect(idle.map(({ path }) => path)).toEqual([]);
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
