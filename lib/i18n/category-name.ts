import { lookUp } from "../look-up";

/** A category in the page's language; one that upstream invented since, in readable English. */
export function categoryName(key: string, words: Readonly<Record<string, string>>): string {
  const base = key.replace(/_postpaid$/, "");
  const name = lookUp(words, key) ?? lookUp(words, base);
  if (name !== undefined) return name;
  const plain = base.replace(/[_-]+/g, " ").trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
