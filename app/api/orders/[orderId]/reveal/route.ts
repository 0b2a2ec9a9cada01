import { privateJson } from "@/lib/http/handle";
import { orderRoute } from "@/lib/http/order-route";
import { readOrder } from "@/lib/order-stream/read-order";
import { toDeliveries } from "@/lib/orders/to-deliveries";

/** The only way a code leaves the server: asked for by the shop's own page, kept by no cache. */
export const POST = orderRoute(
  {
    route: "/api/orders/[orderId]/reveal",
    limit: "LIMIT_REVEAL",
    sameOrigin: true,
    fullScope: true,
  },
  async ({ shop, access, identity }) => {
    const order = await readOrder(shop.id, access.grant.orderId, identity());
    return privateJson({ deliveries: toDeliveries(order) });
  },
);
