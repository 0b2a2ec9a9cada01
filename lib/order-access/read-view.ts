import "server-only";
import type { OrderView } from "../contract/order-view";
import type { Identity } from "../cryptorefills/headers";
import { readOrder } from "../order-stream/read-order";
import type { Shop } from "../shop/schema";
import type { Access } from "./authorise";
import { toViewer } from "./to-viewer";

/** @throws UpstreamError */
export async function readView(shop: Shop, access: Access, identity: Identity): Promise<OrderView> {
  const order = await readOrder(shop.id, access.grant.orderId, identity);
  return toViewer(shop, access, order);
}
