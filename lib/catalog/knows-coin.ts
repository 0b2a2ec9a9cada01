import "server-only";
import { takesCoin } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { readPaymentMethods } from "./read-payment-methods";

/** The form of a coin's ticker. */
const COIN = /^[A-Za-z0-9.]{2,12}$/;

/**
 * Whether anybody can pay with a coin; prices in any other would only be calls that upstream refuses.
 * While the ways of paying cannot be read, every well-formed coin that the shop takes is
 * let through.
 */
export async function knowsCoin(shop: Shop, coin: string): Promise<boolean> {
  if (!COIN.test(coin) || !takesCoin(shop, coin)) return false;
  const methods = await readPaymentMethods(shop).catch(() => []);
  return methods.length === 0 || methods.some((method) => method.coin === coin);
}
