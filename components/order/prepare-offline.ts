import type { Locale } from "@/lib/i18n/locales";
import { ordersPath } from "@/lib/urls";

const SCRIPTS = ["/offline.js", "/offline-codes.js"];

// The worker, public/sw.js, reads from the cache of this name.
const CACHE = "offline-v1";

/**
 * Makes the order pages of a language, and their list, answer without a connection. What is cached is an empty page
 * and its scripts; an order page is never among it.
 */
export async function prepareOffline(locale: Locale): Promise<void> {
  try {
    if (!navigator.serviceWorker) return;
    await navigator.serviceWorker.register("/sw.js", { scope: ordersPath(locale) });
    const cache = await caches.open(CACHE);
    await cache.addAll([`/api/offline?lang=${locale}`, ...SCRIPTS]);
  } catch {
    // Private windows and old browsers have no worker; the loaded page stays all the same.
  }
}
