import { Buyer } from "../chaos/support/buyer";

export type PlacedOrder = {
  orderId: string;
  /** Where its stream is, below the shop's address. */
  path: string;
  /** What shows that the order is this browser's. */
  headers: Record<string, string>;
};

/** Orders of as many buyers, one after the other, with what each of them needs to watch his. */
export async function placeOrders(
  shop: string,
  upstream: string,
  count: number,
): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = [];
  for (let number = 0; number < count; number += 1) {
    const buyer = new Buyer(shop);
    // An odd number of requests for each, so that a proxy gives the next order to another instance.
    await (await buyer.get("/api/health/live")).text();
    const { status, body } = await buyer.order(await buyer.cart(`buyer-${number}@example.com`));
    if (status !== 201) throw new Error(`order ${number}: ${status} ${String(body.code)}`);
    const { reference } = body.order as { reference: string };
    const all = await fetch(`${upstream}/__control/orders`);
    const orderId = ((await all.json()) as { order_id: string }[]).at(-1)?.order_id ?? "";
    const path = `/api/orders/${reference}/subscribe?lang=en`;
    placed.push({ orderId, path, headers: buyer.headers() });
  }
  return placed;
}

/** Limits that do not stand in the way of a crowd on one address. */
export const CROWD_LIMITS = {
  LIMIT_ORDERS: "5000/600",
  LIMIT_ORDERS_EMAIL: "5000/600",
  LIMIT_ORDERS_PRODUCT: "5000/600",
  LIMIT_ORDERS_GLOBAL: "5000/600",
  LIMIT_READ: "100000/60",
  LIMIT_SUBSCRIBE: "100000/60",
  GUARD_FROM_ORDERS: "5000",
  STREAMS_PER_ORDER: "100",
  STREAMS_PER_IP: "5000",
};
