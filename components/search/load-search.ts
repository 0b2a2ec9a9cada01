import type { SoldElsewhere } from "@/lib/contract/search";
import { SEARCH_OPTIONS, type SearchEntry, type SearchHit } from "@/lib/search/search-options";

export type Find = (query: string) => SearchHit[];

/** What names one index: the address of its catalogue, with the revision of the shop. */
export type SearchPlace = { country: string; locale: string; revision: string };

/** Kept for as long as the document lives. A failed load is forgotten, so that the next one tries again. */
const loaded = new Map<string, Promise<Find>>();

/** The library and the country's index, both fetched when somebody first wants to search. */
export function loadSearch({ country, locale, revision }: SearchPlace): Promise<Find> {
  const query = new URLSearchParams({ lang: locale, v: revision });
  const path = `/api/catalog/${country}/search-index?${query}`;
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const loading = load(path);
  loaded.set(path, loading);
  loading.catch(() => loaded.delete(path));
  return loading;
}

async function load(path: string): Promise<Find> {
  const [{ default: MiniSearch }, response] = await Promise.all([
    import("minisearch"),
    fetch(path),
  ]);
  if (!response.ok) throw new Error(`The search index answered ${response.status}`);
  const index = MiniSearch.loadJSON<SearchEntry>(await response.text(), SEARCH_OPTIONS);
  return (query) =>
    index
      .search(query)
      .map(({ id, name, shelf }) => ({ slug: String(id), name: String(name), shelf }));
}

/** Where else a brand is sold; nothing when nobody can tell. */
export async function findElsewhere(
  country: string,
  query: string,
  signal: AbortSignal,
): Promise<SoldElsewhere[]> {
  try {
    const path = `/api/catalog/${country}/sold-elsewhere?${new URLSearchParams({ q: query })}`;
    const response = await fetch(path, { signal });
    if (!response.ok) return [];
    const { found } = (await response.json()) as { found: SoldElsewhere[] };
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}
