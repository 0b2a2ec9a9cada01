import { KINDS, type Kind } from "@/lib/shop/kinds";

/** What the page of all brands shows, as its address says it. */
export type BrowseFilters = {
  q: string;
  kind: Kind | "all";
  category: string;
  sort: "featured" | "name";
};

export const NO_FILTERS: BrowseFilters = { q: "", kind: "all", category: "", sort: "featured" };

export function parseFilters(search: string): BrowseFilters {
  const params = new URLSearchParams(search);
  const kind = params.get("kind");
  return {
    q: (params.get("q") ?? "").slice(0, 80),
    kind: KINDS.find((known) => known === kind) ?? "all",
    category: (params.get("category") ?? "").slice(0, 60),
    sort: params.get("sort") === "name" ? "name" : "featured",
  };
}

/**
 * The shortest query for a choice: what is as usual is not in it. Whatever else stood in the address,
 * such as the look of a frame, stays.
 */
export function writeFilters({ q, kind, category, sort }: BrowseFilters, search = ""): string {
  const params = new URLSearchParams(search);
  for (const name of Object.keys(NO_FILTERS)) params.delete(name);
  if (q.trim() !== "") params.set("q", q.trim());
  if (kind !== "all") params.set("kind", kind);
  if (category !== "") params.set("category", category);
  if (sort !== "featured") params.set("sort", sort);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
