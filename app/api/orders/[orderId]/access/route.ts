import { serialiseCookie } from "@/lib/http/cookies";
import { orderRoute } from "@/lib/http/order-route";
import { dropProof } from "@/lib/order-access/proof";

/** Forgets the order on this device. */
export const DELETE = orderRoute(
  { route: "/api/orders/[orderId]/access", sameOrigin: true },
  async ({ shop, access }) => {
    const headers = new Headers({ "cache-control": "private, no-store" });
    for (const cookie of dropProof(shop, access.grant.orderId)) {
      headers.append("set-cookie", serialiseCookie(cookie, shop.url));
    }
    return new Response(null, { status: 204, headers });
  },
);
