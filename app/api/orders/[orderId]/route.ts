import { privateJson } from "@/lib/http/handle";
import { orderRoute } from "@/lib/http/order-route";
import { readView } from "@/lib/order-access/read-view";

export const GET = orderRoute(
  { route: "/api/orders/[orderId]", limit: "LIMIT_READ" },
  async ({ shop, access, identity }) => privateJson(await readView(shop, access, identity())),
);
