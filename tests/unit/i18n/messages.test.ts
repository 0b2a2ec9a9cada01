import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

type Flat = Map<string, string>;

function flatten(value: unknown, path = "", out: Flat = new Map()): Flat {
  if (typeof value === "string") out.set(path, value);
  else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) flatten(member, `${path}.${key}`, out);
  }
  return out;
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

const [first, ...others] = LOCALES;

test.each(others)("%s has the same keys and placeholders as the first language", async (locale) => {
  const base = flatten(await loadMessages(first));
  const other = flatten(await loadMessages(locale));
  expect([...other.keys()].sort()).toEqual([...base.keys()].sort());
  for (const [key, text] of base) {
    expect(placeholders(other.get(key) ?? ""), key).toEqual(placeholders(text));
    expect(other.get(key)?.trim(), key).not.toBe("");
  }
});

test("every file of messages is loaded", async () => {
  const loaded = Object.keys(await loadMessages(first)).map((name) => `${name}.json`);
  expect(readdirSync(`messages/${first}`).sort()).toEqual(loaded.sort());
});
