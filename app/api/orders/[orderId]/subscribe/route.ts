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
    const viewer = identity();
    const load = hubLoad(shop.id, access.grant.orderId, viewer.ip);
    const { STREAMS_PER_ORDER, STREAMS_PER_IP, STREAMS_MAX } = env();
    const full =
      load.order >= STREAMS_PER_ORDER ||
      load.address >= STREAMS_PER_IP ||
      load.process >= STREAMS_MAX;
    if (full) {
      throw new HttpProblem("too_many_streams", { retryAfterSeconds: 15 });
    }
    const body = orderEvents({
      shopId: shop.id,
      orderId: access.grant.orderId,
      identity: viewer,
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
