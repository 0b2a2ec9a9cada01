import type { Locale } from "@/lib/i18n/locales";

const SCRIPTS = ["/offline.js", "/offline-codes.js"];

// The worker, public/sw.js, reads from the cache of this name.
const CACHE = "offline-v1";

/**
 * Makes the shop answer in this language without a connection. What is cached is an empty page and
 * its scripts; a page of the shop is never among it.
 */
export async function prepareOffline(locale: Locale): Promise<void> {
  try {
    if (!navigator.serviceWorker) return;
    await navigator.serviceWorker.register("/sw.js");
    const cache = await caches.open(CACHE);
    await cache.addAll([`/api/offline?lang=${locale}`, ...SCRIPTS]);
  } catch {
    // Private windows and old browsers have no worker; the loaded page stays all the same.
  }
}
