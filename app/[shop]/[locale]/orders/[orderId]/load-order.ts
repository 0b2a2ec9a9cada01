import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { OrderView } from "@/lib/contract/order-view";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { env } from "@/lib/env/server";
import { buyerIdentity } from "@/lib/http/buyer";
import { describeError, log } from "@/lib/log";
import { authorise } from "@/lib/order-access/authorise";
import { toViewer } from "@/lib/order-access/to-viewer";
import { readOrder } from "@/lib/order-stream/read-order";
import { currentShop } from "@/lib/shop/current";

export type LoadedOrder =
  | { kind: "view"; view: OrderView; demo: boolean; solanaWallets: boolean }
  | { kind: "denied" }
  | { kind: "unavailable" };

/**
 * The order of a page for this browser. The right is checked before anything is asked of upstream;
 * metadata and page share one read.
 */
export const loadOrder = cache(async (segment: string, reference: string): Promise<LoadedOrder> => {
  const shop = currentShop(segment);
  const jar = new Map((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const access = authorise(shop, reference, jar);
  if (!access) return { kind: "denied" };
  const identity = buyerIdentity(shop, await headers());
  if (!identity) return { kind: "unavailable" };
  try {
    const order = await readOrder(shop.id, access.grant.orderId, identity);
    const view = await toViewer(shop, access, order);
    const { DEMO, SOLANA_RPC_URL } = env();
    const solanaWallets = SOLANA_RPC_URL !== undefined;
    return { kind: "view", view, demo: DEMO === "1", solanaWallets };
  } catch (error) {
    log.warn({ event: "order_page_unavailable", error: describeError(error) });
    if (error instanceof UpstreamError) return { kind: "unavailable" };
    throw error;
  }
});
