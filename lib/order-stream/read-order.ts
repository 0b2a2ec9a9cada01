import "server-only";
import { LRUCache } from "lru-cache";
import { getOrder } from "../cryptorefills/client";
import type { Identity } from "../cryptorefills/headers";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";
import { noteSeen } from "../order-guard/ledger";

const READ_CACHE_MS = 3_000;

type Reads = LRUCache<string, UpstreamOrder, Identity>;

// Pages and route handlers are bundled apart; what one of them read serves the other.
const holder = globalThis as typeof globalThis & { __storefrontReads?: Reads };

function reads(): Reads {
  holder.__storefrontReads ??= new LRUCache({
    max: 5_000,
    ttl: READ_CACHE_MS,
    // An event that overtakes a read keeps it from being kept, and not from whoever reads.
    ignoreFetchAbort: true,
    fetchMethod: async (key, _stale, { context }) => {
      const [shopId = "", orderId = ""] = key.split("|");
      const order = await getOrder(context, orderId);
      noteSeen(shopId, order);
      return order;
    },
  });
  return holder.__storefrontReads;
}

/**
 * The order as upstream has it, at most three seconds old; all who ask at once share one call.
 * @throws UpstreamError
 */
export async function readOrder(
  shopId: string,
  orderId: string,
  identity: Identity,
  options: { fresh?: boolean } = {},
): Promise<UpstreamOrder> {
  return reads().forceFetch(`${shopId}|${orderId}`, {
    context: identity,
    forceRefresh: options.fresh ?? false,
  });
}

/** Puts an order that its creation has just answered with where the next reader finds it. */
export function keepOrder(shopId: string, orderId: string, order: UpstreamOrder): void {
  reads().set(`${shopId}|${orderId}`, order);
  noteSeen(shopId, order);
}

/**
 * Takes note of an order that the stream brought. It is no read: events may come late, and a page that
 * doubts one asks for a read to learn whether it is true. What was read before it is too old for that.
 */
export function noteEvent(shopId: string, orderId: string, order: UpstreamOrder): void {
  reads().delete(`${shopId}|${orderId}`);
  noteSeen(shopId, order);
}
