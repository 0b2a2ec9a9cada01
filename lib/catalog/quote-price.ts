import "server-only";
import { LRUCache } from "lru-cache";
import type { PriceQuote } from "../contract/catalog";
import { getPrice } from "../cryptorefills/client";
import type { Identity } from "../cryptorefills/headers";
import { isPositive, percentAbove } from "../payment/amount";
import type { Shop } from "../shop/schema";

type Wanted = {
  country: string;
  brandName: string;
  value: string;
  currency: string;
  coin: string;
};

const QUOTE_MS = 15_000;
/** Coins worth a dollar each: only with them can a price be compared with a face value in dollars. */
const DOLLAR_COINS = new Set(["USDC", "USDT", "USDC.e", "USDT.e", "PYUSD", "FDUSD", "DAI", "USDS"]);

type Context = { identity: Identity; wanted: Wanted };
const quotes = new LRUCache<string, PriceQuote, Context>({
  max: 5_000,
  ttl: QUOTE_MS,
  fetchMethod: async (_key, _stale, { context: { identity, wanted } }) => {
    const { coin, coin_amount } = await getPrice(identity, {
      brand_name: wanted.brandName,
      country_code: wanted.country,
      face_value: wanted.value,
      coin: wanted.coin,
    });
    const comparable =
      wanted.currency === "USD" && isPositive(wanted.value) && DOLLAR_COINS.has(coin);
    return {
      price: { amount: coin_amount, coin },
      faceValue: { amount: wanted.value, currency: wanted.currency },
      ...(comparable && { markupPercent: percentAbove(wanted.value, coin_amount) }),
      quotedAt: new Date().toISOString(),
    };
  },
});

/**
 * What a value within a range costs now; equal questions within 15 s share one call.
 * @throws UpstreamError
 */
export function quotePrice(shop: Shop, identity: Identity, wanted: Wanted): Promise<PriceQuote> {
  const key = [shop.id, wanted.country, wanted.brandName, wanted.value, wanted.coin].join("|");
  return quotes.forceFetch(key, { context: { identity, wanted } });
}
