import "server-only";
import { coinsOf } from "../cart/payment-choice";
import { UpstreamError } from "../cryptorefills/errors";
import type { Shop } from "../shop/schema";
import { readPaymentMethods } from "./read-payment-methods";

/** The coins that can be paid with now; the shop's own is enough to show the page. */
export async function readCoins(shop: Shop): Promise<string[]> {
  const own = shop.defaults.coin;
  try {
    const usable = coinsOf(await readPaymentMethods(shop)).filter((coin) => coin.usable);
    return [...new Set([own, ...usable.map(({ coin }) => coin)])];
  } catch (error) {
    if (error instanceof UpstreamError) return [own];
    throw error;
  }
}
