import "server-only";
import { LRUCache } from "lru-cache";
import { getOrder } from "../cryptorefills/client";
import type { Identity } from "../cryptorefills/headers";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";

const READ_CACHE_MS = 3_000;

const reads = new LRUCache<string, UpstreamOrder, Identity>({
  max: 5_000,
  ttl: READ_CACHE_MS,
  fetchMethod: (key, _stale, { context }) => getOrder(context, key.slice(key.indexOf("|") + 1)),
});

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
  return reads.forceFetch(`${shopId}|${orderId}`, {
    context: identity,
    forceRefresh: options.fresh ?? false,
  });
}

/** Puts an order that came another way, from creation or the stream, where the next reader finds it. */
export function keepOrder(shopId: string, orderId: string, order: UpstreamOrder): void {
  reads.set(`${shopId}|${orderId}`, order);
}
