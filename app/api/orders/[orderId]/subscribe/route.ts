import type { UpstreamOrder } from "@/lib/cryptorefills/schemas/order";
import { env } from "@/lib/env/server";
import { eventStream } from "@/lib/event-stream/event-stream";
import { HttpProblem } from "@/lib/http/http-problem";
import { orderRoute } from "@/lib/http/order-route";
import { toViewer } from "@/lib/order-access/to-viewer";
import { hubLoad } from "@/lib/order-stream/hub";
import { sendOrderEvents } from "@/lib/order-stream/order-events";

export const dynamic = "force-dynamic";

export const GET = orderRoute(
  { route: "/api/orders/[orderId]/subscribe", limit: "LIMIT_SUBSCRIBE" },
  async ({ request, shop, access, identity }) => {
    const viewer = identity();
    const { orderId } = access.grant;
    const load = hubLoad(shop.id, orderId, viewer.ip);
    const { STREAMS_PER_ORDER, STREAMS_PER_IP, STREAMS_MAX } = env();
    const full =
      load.order >= STREAMS_PER_ORDER ||
      load.address >= STREAMS_PER_IP ||
      load.process >= STREAMS_MAX;
    if (full) {
      throw new HttpProblem("too_many_streams", { retryAfterSeconds: 15 });
    }
    const source = {
      shopId: shop.id,
      orderId,
      identity: viewer,
      toView: (order: UpstreamOrder) => toViewer(shop, access, order),
    };
    return eventStream(request, (outlet) => sendOrderEvents(source, outlet));
  },
);
