import "server-only";
import { sharedIdentity } from "../catalog/identity";
import { describeError, log } from "../log";
import { openReference } from "../order-access/reference";
import { readOrder } from "../order-stream/read-order";
import { allShops } from "../shop/current";
import { noteLooked, scheduleRead, takeUnpaid } from "./ledger";

const EVERY_MS = 60_000;
const AT_ONCE = 20;
const RETRY_MS = 10 * 60_000;
const MOST_TRIES = 4;

const holder = globalThis as typeof globalThis & { __storefrontUnwatched?: NodeJS.Timeout };

/** Reads orders that nobody watches, so that buyers who paid and left count as having paid. */
export async function readUnwatched(nowMs: number = Date.now()): Promise<void> {
  for (const { member, due, entry } of await takeUnpaid(nowMs, AT_ONCE)) {
    const shop = allShops().find(({ id }) => id === entry.shop);
    const grant = openReference(entry.shop, entry.reference);
    try {
      if (shop && grant) {
        await readOrder(shop.id, grant.orderId, sharedIdentity(shop), { fresh: true });
      }
    } catch (error) {
      log.warn({ event: "unwatched_read_failed", error: describeError(error) });
      const again = { ...due, tries: due.tries + 2 };
      if (again.tries < 2 * MOST_TRIES) await scheduleRead(again, nowMs + RETRY_MS);
    }
    await noteLooked(member);
  }
}

/** Starts the reader, once for a process. */
export function watchUnpaid(): void {
  holder.__storefrontUnwatched ??= setInterval(() => {
    readUnwatched().catch((error: unknown) =>
      log.warn({ event: "unwatched_read_failed", error: describeError(error) }),
    );
  }, EVERY_MS).unref();
}
