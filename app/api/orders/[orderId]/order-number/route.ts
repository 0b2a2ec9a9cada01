import { privateJson } from "@/lib/http/handle";
import { orderRoute } from "@/lib/http/order-route";

/** For the seller's support only: whoever holds this number can read the codes. */
export const POST = orderRoute(
  {
    route: "/api/orders/[orderId]/order-number",
    limit: "LIMIT_REVEAL",
    sameOrigin: true,
    fullScope: true,
  },
  async ({ access }) => privateJson({ orderNumber: access.grant.orderId }),
);
