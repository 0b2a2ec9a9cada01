import "server-only";
import { appVersion } from "../version";
import { sharedShelf } from "./current-shelf";
import { type PageCache, pageCache } from "./page-cache";

let pages: PageCache | undefined;

/** The rendered pages of this process. What cache-handler.mjs asks for; a build is known once a page is asked for. */
export function currentPages(buildId: () => string): PageCache {
  pages ??= pageCache(sharedShelf(), `${appVersion()}:${buildId()}`);
  return pages;
}
