import { deserialize, serialize } from "node:v8";
import { LRUCache } from "lru-cache";
import { measure } from "../telemetry/metrics";
import type { Shelf } from "./shelf";

const PAGES_BYTES = 50 * 1024 * 1024;
const MISSING_BYTES = 5 * 1024 * 1024;
/** How often the shelf is asked for a newer copy of a page that has gone stale here. */
const ASK_MS = 1_000;

/** What Next keeps of an answer: a page with its data for soft navigations, a route's body, or a redirect. */
export type CachedAnswer = {
  kind: string;
  status?: number;
  html?: string;
  rscData?: Buffer;
  postponed?: string;
  segmentData?: Map<string, Buffer>;
  body?: Buffer;
};
type CacheControl = { revalidate: number | false; expire?: number | undefined };
export type CachedEntry = {
  value: CachedAnswer | null;
  lastModified: number;
  cacheControl?: CacheControl | undefined;
};
type Kept = CachedEntry & { bytes: number; askedAt: number };

export type PageCache = {
  get(key: string, kind: string): Promise<CachedEntry | null>;
  set(
    key: string,
    value: CachedAnswer | null,
    cacheControl: CacheControl | undefined,
  ): Promise<void>;
};

/**
 * Rendered pages: in this process, and on the shelf of all instances where there is one. A page that is
 * fresh here costs the shelf nothing; one that is missing or stale here is looked for there.
 */
export function pageCache(
  shelf: Shelf | undefined,
  version: string,
  now: () => number = () => Date.now(),
): PageCache {
  const sizeCalculation = ({ bytes }: Kept) => bytes;
  const pages = new LRUCache<string, Kept>({ maxSize: PAGES_BYTES, sizeCalculation });
  // Apart, so that addresses which somebody makes up cannot push out pages that exist.
  const missing = new LRUCache<string, Kept>({ maxSize: MISSING_BYTES, sizeCalculation });
  const nameOf = (key: string) => `page:${version}:${key}`;

  const keep = (key: string, entry: CachedEntry, bytes: number): Kept => {
    const kept = { ...entry, bytes: bytes + key.length, askedAt: now() };
    const [home, other] = isMissing(entry.value) ? [missing, pages] : [pages, missing];
    other.delete(key);
    home.set(key, kept);
    return kept;
  };

  /** What the shelf has, when it is newer than what is known here. */
  const askShelf = async (key: string, known: Kept | undefined): Promise<Kept | undefined> => {
    const bytes = await shelf?.get(nameOf(key));
    const entry = bytes && readEntry(bytes);
    if (!entry || (known && entry.lastModified <= known.lastModified)) return undefined;
    // Texts are copies, and buffers look into the bytes that came.
    return keep(key, entry, bytes.length + (entry.value?.html?.length ?? 0));
  };

  return {
    get: async (key, kind) => {
      const known = pages.get(key) ?? missing.get(key);
      if (known && !isStale(known, now())) return told("hit", known);
      const mayAsk = kind !== "FETCH" && (!known || now() - known.askedAt >= ASK_MS);
      if (mayAsk) {
        if (known) known.askedAt = now();
        const shared = await askShelf(key, known);
        if (shared) return told("shared", shared);
      }
      return told(known ? "stale" : "miss", known);
    },
    set: async (key, value, cacheControl) => {
      const known = pages.get(key);
      const entry = { value, lastModified: now(), cacheControl };
      keep(key, entry, sizeOf(value));
      if (!shelf || !value || value.kind === "FETCH" || isMissing(value)) return;
      // When a page cannot be made anew, Next keeps what it has. That is no news for the others.
      if (known && isSame(known.value, value)) return;
      await shelf.put(nameOf(key), serialize(entry));
    },
  };
}

function told(result: "hit" | "stale" | "shared" | "miss", entry: Kept | undefined) {
  measure("shop_cache_reads_total", { cache: "pages", result });
  return entry ?? null;
}

const isMissing = (value: CachedAnswer | null): boolean =>
  value === null || (value.status ?? 200) >= 400;

const isStale = ({ lastModified, cacheControl }: CachedEntry, at: number): boolean => {
  const revalidate = cacheControl?.revalidate ?? 1;
  return typeof revalidate === "number" && lastModified + revalidate * 1000 < at;
};

const isSame = (known: CachedAnswer | null, value: CachedAnswer): boolean =>
  known === value || (known?.rscData !== undefined && known.rscData === value.rscData);

function sizeOf(value: CachedAnswer | null): number {
  if (!value) return 1;
  const segments = [...(value.segmentData ?? [])];
  return (
    (value.html?.length ?? 0) +
    (value.rscData?.length ?? 0) +
    (value.body?.length ?? 0) +
    (value.postponed?.length ?? 0) +
    segments.reduce((sum, [path, bytes]) => sum + path.length + bytes.length, 0) +
    1
  );
}

/** Written by the same version of the shop; a newer Node's way of writing is not read by an older one. */
function readEntry(bytes: Buffer): CachedEntry | undefined {
  try {
    const entry = deserialize(bytes) as CachedEntry | undefined;
    return entry && typeof entry.lastModified === "number" ? entry : undefined;
  } catch {
    return undefined;
  }
}
