import * as z from "zod";
import { shopSchema } from "../lib/shop/schema";
import { FULL_SHOP } from "./full-shop";

export const SHOP_SCHEMA_FILE = "shops/shop.schema.json";
export const SHOP_DOC_FILE = "docs/shop-json.md";

const schema = (): Node => withExamples(z.toJSONSchema(shopSchema, { io: "input" }) as Node, []);

/** The description of shop.json that editors read. */
export function shopJsonSchema(): string {
  const title = "shop.json";
  return `${JSON.stringify({ title, ...schema() }, null, 2)}\n`;
}

type Node = {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  items?: Node;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  required?: string[];
  examples?: unknown[];
};

type Field = { path: string; isRequired: boolean; field: Node };

/** Every field of shop.json by its path, in the order of the schema. A list has `[]` after its name. */
export function shopFields(): Field[] {
  return fieldsOf(schema(), "");
}

function fieldsOf(node: Node, prefix: string): Field[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const isRequired = node.required?.includes(name) === true && field.default === undefined;
    return [
      { path, isRequired, field },
      ...fieldsOf(field, `${path}.`),
      ...(field.items ? fieldsOf(field.items, `${path}[].`) : []),
    ];
  });
}

/** A field that holds no other ones has what stands in the full shop at its place as an example. */
function withExamples(node: Node, path: readonly string[]): Node {
  const { properties, items } = node;
  if (properties) {
    const entries = Object.entries(properties).map(([name, field]) => [
      name,
      withExamples(field, [...path, name]),
    ]);
    return { ...node, properties: Object.fromEntries(entries) as Record<string, Node> };
  }
  if (items?.properties) return { ...node, items: withExamples(items, [...path, "0"]) };
  return path.length === 0 ? node : { ...node, examples: [valueAt(path)] };
}

const valueAt = (path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    FULL_SHOP,
  );

/** The page of documentation with the table of fields between its marks written anew. */
export function withFieldTable(page: string): string {
  const table = [
    "| field | what it is | default | example |",
    "|---|---|---|---|",
    ...shopFields().map(rowOf),
  ].join("\n");
  return page.replace(
    /(<!-- fields -->\n)[\s\S]*(<!-- \/fields -->)/,
    (_whole, start: string, end: string) => `${start}\n${table}\n\n${end}`,
  );
}

function rowOf({ path, isRequired, field }: Field): string {
  const fallback = isRequired ? "**required**" : defaultOf(field);
  const choices = (field.enum ?? field.items?.enum)?.map((value) => `\`${value}\``).join(", ");
  const what = `${field.description ?? ""}${choices ? ` One of ${choices}.` : ""}`;
  const example = field.examples ? `\`${JSON.stringify(field.examples[0])}\`` : "";
  return `| \`${path}\` | ${what} | ${fallback} | ${example} |`;
}

function defaultOf({ default: value }: Node): string {
  const isEmpty = value === undefined || (typeof value === "object" && value !== null);
  return isEmpty ? "" : `\`${String(value)}\``;
}
