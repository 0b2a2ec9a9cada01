import { env } from "@/lib/env/server";
import { HttpProblem } from "@/lib/http/http-problem";
import { orderRoute } from "@/lib/http/order-route";
import { toViewer } from "@/lib/order-access/to-viewer";
import { hubLoad } from "@/lib/order-stream/hub";
import { orderEvents } from "@/lib/order-stream/order-events";

export const dynamic = "force-dynamic";

export const GET = orderRoute(
  { route: "/api/orders/[orderId]/subscribe", limit: "LIMIT_SUBSCRIBE" },
  async ({ request, shop, access, identity }) => {
    const load = hubLoad(shop.id, access.grant.orderId);
    if (load.order >= env().STREAMS_PER_ORDER || load.process >= env().STREAMS_MAX) {
      throw new HttpProblem("too_many_streams", { retryAfterSeconds: 15 });
    }
    const body = orderEvents({
      shopId: shop.id,
      orderId: access.grant.orderId,
      identity: identity(),
      signal: request.signal,
      toView: (order) => toViewer(shop, access, order),
    });
    return new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
        "referrer-policy": "no-referrer",
      },
    });
  },
);
