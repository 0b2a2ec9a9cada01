import type { DeviceOrder, OrderStorage } from "./device-orders";
import type { ListedOrder } from "./vault";

/** After how many days an order leaves the device by itself; 0 is never. */
export const KEEP_DAYS = [0, 30, 90, 365] as const;
export type KeepDays = (typeof KEEP_DAYS)[number];

const KEY = "orders.keep-days";
const DAY_MS = 86_400_000;

export function keepDays(storage: OrderStorage | undefined): KeepDays {
  try {
    const stored = Number(storage?.getItem(KEY));
    return KEEP_DAYS.find((days) => days === stored) ?? 0;
  } catch {
    // Where nothing can be stored, nothing is there to forget either.
    return 0;
  }
}

/** @returns whether the choice is stored; a full or blocked storage keeps the one of before. */
export function chooseKeepDays(storage: OrderStorage | undefined, days: KeepDays): boolean {
  try {
    storage?.setItem(KEY, String(days));
  } catch {
    // What is stored tells below.
  }
  return keepDays(storage) === days;
}

export const isOutdated = (
  { createdAt }: Pick<DeviceOrder, "createdAt">,
  days: KeepDays,
  nowMs: number,
): boolean => days !== 0 && nowMs - Date.parse(createdAt) > days * DAY_MS;

/** What may go by itself. An order with a kept code never does: a code is money. */
export function outdatedOrders(
  orders: readonly ListedOrder[],
  days: KeepDays,
  nowMs: number,
): ListedOrder[] {
  // A clock that is behind an order of the list is wrong, and nothing is deleted by a wrong clock.
  if (orders.some(({ createdAt }) => Date.parse(createdAt) > nowMs)) return [];
  return orders.filter((order) => order.kept === 0 && isOutdated(order, days, nowMs));
}
