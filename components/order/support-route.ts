import type { OrderView } from "@/lib/contract/order-view";
import type { OrderMessages } from "./order-messages";

type Route = keyof OrderMessages["route"]["who"];

/** Whom to ask first, by what has become of the order: the nearest one who can help. */
export function routesOf({ phase, lines }: OrderView): Route[] {
  const delivered = phase === "done" ? lines.filter(({ state }) => state === "delivered") : [];
  const routes: Route[] = [
    ...(delivered.some(({ reference }) => reference) ? (["operator"] as const) : []),
    ...(delivered.some(({ revealable }) => revealable) ? (["brand"] as const) : []),
  ];
  const settled = routes.length > 0 && delivered.length === lines.length;
  return settled ? [...routes, "page"] : [...routes, BY_PHASE[phase] ?? "seller", "page"];
}

const BY_PHASE: Partial<Record<OrderView["phase"], Route>> = {
  expired: "late",
  verifying: "late",
  review: "manual",
  failed: "seller",
};
