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
    // An event that overtakes a read replaces what is kept, not the answer of whoever reads.
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

/** Puts an order that came another way, from creation or the stream, where the next reader finds it. */
export function keepOrder(shopId: string, orderId: string, order: UpstreamOrder): void {
  reads().set(`${shopId}|${orderId}`, order);
  noteSeen(shopId, order);
}
