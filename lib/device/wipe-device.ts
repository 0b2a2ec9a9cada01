import { deleteVault } from "./vault";

/**
 * Deletes everything that the shop keeps in this browser and that a script can reach: list and codes,
 * copies of payments, the cart, drafts, and the page for times without a connection.
 */
export async function wipeDevice(): Promise<void> {
  await Promise.allSettled([deleteVault(), deleteCaches(), dropWorkers()]);
  for (const name of ["localStorage", "sessionStorage"] as const) {
    try {
      globalThis[name].clear();
    } catch {
      // Storage that the browser blocks holds nothing.
    }
  }
}

async function deleteCaches(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dropWorkers(): Promise<void> {
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}
