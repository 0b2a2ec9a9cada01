import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Waits until this browser has all that it needs to answer for the shop without a connection. */
export async function readyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const kept = () =>
    page.evaluate(async () => {
      const requests = await (await caches.open("offline-v1")).keys();
      return requests.map(({ url }) => new URL(url).pathname);
    });
  await expect
    .poll(kept)
    .toEqual(expect.arrayContaining(["/api/offline", "/offline.js", "/offline-codes.js"]));
}
