import type { CatalogWords } from "./catalog-words";

/** A category in the page's language; one that upstream invented since, in readable English. */
export function categoryName(key: string, words: CatalogWords["categories"]): string {
  const known: Readonly<Record<string, string>> = words;
  const base = key.replace(/_postpaid$/, "");
  const name = known[key] ?? known[base];
  if (name !== undefined) return name;
  const plain = base.replace(/[_-]+/g, " ").trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
