import { serialiseCookie } from "@/lib/http/cookies";
import { orderRoute } from "@/lib/http/order-route";
import { dropProof } from "@/lib/order-access/proof";
import { askForRights } from "@/lib/order-stream/hub";

/** Forgets the order on this device, and ends what still streams with the right that is gone. */
export const DELETE = orderRoute(
  { route: "/api/orders/[orderId]/access", sameOrigin: true },
  async ({ shop, access }) => {
    const headers = new Headers({ "cache-control": "private, no-store" });
    for (const cookie of dropProof(shop, access.grant.orderId)) {
      headers.append("set-cookie", serialiseCookie(cookie, shop.url));
    }
    askForRights(shop.id, access.grant.orderId);
    return new Response(null, { status: 204, headers });
  },
);
