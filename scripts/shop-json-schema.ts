import * as z from "zod";
import { shopSchema } from "../lib/shop/schema";

export const SHOP_SCHEMA_FILE = "shops/shop.schema.json";
export const SHOP_DOC_FILE = "docs/shop-json.md";

const schema = () => z.toJSONSchema(shopSchema, { io: "input" });

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
};

/** The page of documentation with the table of fields between its marks written anew. */
export function withFieldTable(page: string): string {
  const table = [
    "| field | what it is | default |",
    "|---|---|---|",
    ...rows(schema() as Node, ""),
  ].join("\n");
  return page.replace(
    /(<!-- fields -->\n)[\s\S]*(<!-- \/fields -->)/,
    (_whole, start: string, end: string) => `${start}\n${table}\n\n${end}`,
  );
}

function rows(node: Node, prefix: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const isRequired = node.required?.includes(name) && field.default === undefined;
    const fallback = isRequired ? "**required**" : defaultOf(field);
    const choices = (field.enum ?? field.items?.enum)?.map((value) => `\`${value}\``).join(", ");
    const what = `${field.description ?? ""}${choices ? ` One of ${choices}.` : ""}`;
    return [
      `| \`${path}\` | ${what} | ${fallback} |`,
      ...rows(field, `${path}.`),
      ...(field.items ? rows(field.items, `${path}[].`) : []),
    ];
  });
}

function defaultOf({ default: value }: Node): string {
  const isEmpty = value === undefined || (typeof value === "object" && value !== null);
  return isEmpty ? "" : `\`${String(value)}\``;
}
