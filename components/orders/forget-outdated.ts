import { type KeepDays, outdatedOrders } from "@/lib/device/auto-forget";
import type { ListedOrder } from "@/lib/device/vault";
import { forgetEverywhere } from "./forget-everywhere";

const NO_LONGER_MS = 3_000;

/** The orders that are too old by this device's clock and by the shop's as well. */
export async function findOutdated(
  orders: readonly ListedOrder[],
  days: KeepDays,
): Promise<ListedOrder[]> {
  const now = Date.now();
  if (outdatedOrders(orders, days, now).length === 0) return [];
  const shopTime = await readShopTime();
  // Without the shop nothing could be forgotten anyhow: the rights to the orders would stay.
  return shopTime === undefined ? [] : outdatedOrders(orders, days, Math.min(now, shopTime));
}

/** What the shop could not be told stays for the next time. */
export async function forgetOutdated(orders: readonly ListedOrder[]): Promise<void> {
  for (const { reference } of orders) {
    if (!(await forgetEverywhere(reference, true))) return;
  }
}

/** A device may have set its clock wrong by years; a day that only it believes in deletes nothing. */
async function readShopTime(): Promise<number | undefined> {
  try {
    const { headers } = await fetch("/api/health/live", {
      cache: "no-store",
      signal: AbortSignal.timeout(NO_LONGER_MS),
    });
    const time = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(time) ? undefined : time;
  } catch {
    // No connection.
    return undefined;
  }
}
