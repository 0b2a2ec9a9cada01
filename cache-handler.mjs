import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SharedCacheControls } from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";

const MOST_LIFETIMES = 10_000;

/**
 * What Next asks for rendered pages, once for each request. It is loaded as it stands, outside the bundle, so
 * the cache itself is in lib/store/page-cache.ts and put on the global object when the server starts.
 */
export default class CacheHandler {
  constructor({ serverDistDir }) {
    this.pages = globalThis.__storefrontPages?.(() => buildId(serverDistDir));
  }

  /** Nothing is there while the shop is being built. */
  async get(key, { kind }) {
    return this.pages ? this.pages.get(key, kind) : null;
  }

  async set(key, value, { cacheControl }) {
    forgetLifetimes();
    await this.pages?.set(key, value, cacheControl);
  }

  /** Pages of the shop expire by time alone; nothing in it calls this. */
  async revalidateTag() {}

  resetRequestCache() {}
}

/** Next writes down the lifetime of every address it has ever rendered. Each entry here carries its own. */
function forgetLifetimes() {
  const { cacheControls } = SharedCacheControls;
  if (cacheControls?.size > MOST_LIFETIMES) cacheControls.clear();
}

/** Pages name the files of their build, so another build must not find them. `next dev` has none. */
function buildId(serverDistDir) {
  const file = join(serverDistDir, "../BUILD_ID");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "development";
}
