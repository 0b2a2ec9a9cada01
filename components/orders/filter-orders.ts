import type { Phase } from "@/lib/contract/order-view";
import type { ListedOrder } from "@/lib/device/vault";
import { HANDLING } from "@/lib/orders/status";
import { fold } from "@/lib/search/fold";

export const ORDER_GROUPS = ["all", "open", "ready", "over"] as const;
export type OrderGroup = (typeof ORDER_GROUPS)[number];

/** The orders of a group whose names have every word that was typed. */
export function filterOrders(
  orders: readonly ListedOrder[],
  { query, group }: { query: string; group: OrderGroup },
  phaseOf: (order: ListedOrder) => Phase | undefined,
): ListedOrder[] {
  const words = fold(query).split(" ");
  return orders.filter((order) => {
    const phase = phaseOf(order);
    const name = fold(`${order.title} ${order.country}`);
    const inGroup = group === "all" || (phase !== undefined && groupOf(phase) === group);
    return inGroup && words.every((word) => name.includes(word));
  });
}

function groupOf(phase: Phase): OrderGroup {
  if (phase === "done") return "ready";
  return HANDLING[phase].final ? "over" : "open";
}
