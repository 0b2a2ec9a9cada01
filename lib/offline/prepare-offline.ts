import type { Locale } from "../i18n/locales";

const SCRIPTS = ["/offline.js", "/offline-codes.js"];

// The worker, public/sw.js, reads from the cache of this name.
const CACHE = "offline-v1";

/**
 * Makes the shop answer in this language without a connection. What is cached is an empty page and
 * its scripts; a page of the shop is never among it.
 * @param keepMs how long a copy is good enough; without it a new one is fetched.
 */
export async function prepareOffline(locale: Locale, keepMs = 0): Promise<void> {
  try {
    if (!navigator.serviceWorker) return;
    await Promise.all([navigator.serviceWorker.register("/sw.js"), fillCache(locale, keepMs)]);
  } catch {
    // Private windows and old browsers have no worker; the loaded page stays all the same.
  }
}

async function fillCache(locale: Locale, keepMs: number): Promise<void> {
  const cache = await caches.open(CACHE);
  const shell = `/api/offline?lang=${locale}`;
  const kept = keepMs > 0 ? await cache.match(shell) : undefined;
  // The page goes with its scripts: an old one might not fit new ones.
  if (!kept || !isYoung(kept, keepMs)) await cache.addAll([shell, ...SCRIPTS]);
}

const isYoung = ({ headers }: Response, keepMs: number): boolean =>
  Date.now() - Date.parse(headers.get("date") ?? "") < keepMs;
