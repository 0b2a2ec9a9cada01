import { browserStore, readJson, writeJson } from "@/lib/cart/browser-storage";

const STORE_KEY = "searches";
const KEPT = 5;
const LONGEST = 80;

/** What was searched for on this device, the newest first. It is sent nowhere. */
export function recentSearches(): string[] {
  const stored = readJson(browserStore("localStorage"), STORE_KEY);
  if (!Array.isArray(stored)) return [];
  return stored
    .filter((text): text is string => typeof text === "string" && text.length <= LONGEST)
    .slice(0, KEPT);
}

export function rememberSearch(text: string): void {
  const query = text.trim().slice(0, LONGEST);
  if (query === "") return;
  const others = recentSearches().filter((one) => one.toLowerCase() !== query.toLowerCase());
  writeJson(browserStore("localStorage"), STORE_KEY, [query, ...others].slice(0, KEPT));
}

export function forgetSearches(): void {
  browserStore("localStorage").removeItem(STORE_KEY);
}
