import { dropPageStores } from "../cart/browser-storage";
import { deleteVault } from "./vault";

/**
 * Deletes everything that the shop keeps in this browser and that a script can reach: list and codes,
 * copies of payments, the cart, drafts, and the page for times without a connection.
 * @returns whether nothing of it is left.
 */
export async function wipeDevice(): Promise<boolean> {
  const results = await Promise.allSettled([deleteVault(), deleteCaches(), dropWorkers()]);
  dropPageStores();
  for (const name of ["localStorage", "sessionStorage"] as const) {
    try {
      globalThis[name].clear();
    } catch {
      // Storage that the browser blocks holds nothing.
    }
  }
  return results.every((result) => result.status === "fulfilled" || isBlocked(result.reason));
}

/** What a browser refuses for the site as a whole, it has never kept anything in. */
const isBlocked = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === "SecurityError";

async function deleteCaches(): Promise<void> {
  // There is neither cache nor worker without a secure connection.
  if (!globalThis.caches) return;
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dropWorkers(): Promise<void> {
  const workers = await navigator.serviceWorker?.getRegistrations();
  await Promise.all((workers ?? []).map((worker) => worker.unregister()));
}
