import type { Page } from "@playwright/test";

/** Everything that a script can find on this device for the shop: every store, and bytes as text. */
export function dumpDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const readable = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
      if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`;
      if (Array.isArray(value)) return value.map(readable);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item)]));
    };
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = "" }) => {
        const db = await answer(indexedDB.open(name));
        const stores = await Promise.all(
          [...db.objectStoreNames].map(async (store) => {
            const read = db.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all([
              answer(read.getAllKeys()),
              answer(read.getAll()),
            ]);
            return [store, keys, values.map(readable)];
          }),
        );
        db.close();
        return [name, stores];
      }),
    );
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const replies = await Promise.all(
          (await cache.keys()).map(async (key) => (await cache.match(key))?.text()),
        );
        return [name, replies];
      }),
    );
    const workers = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope);
    return JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases,
      cached,
      workers,
      history: JSON.stringify(window.history.state),
      title: document.title,
      address: window.location.href,
    });
  });
}
