import "server-only";
import type { PaymentMethod } from "../contract/catalog";
import { getPaymentVias } from "../cryptorefills/client";
import { env } from "../env/server";
import type { Shop } from "../shop/schema";
import { sharedIdentity } from "./identity";
import { sharedCache } from "./shared-cache";
import { toPaymentMethods } from "./to-payment-methods";

const read = sharedCache<PaymentMethod[]>({
  name: "payment_vias",
  maxEntries: 50,
  ttlSeconds: 600,
  isEmpty: (methods) => methods.length === 0,
});

/** @throws UpstreamError */
export function readPaymentMethods(shop: Shop): Promise<PaymentMethod[]> {
  return read(`${shop.id}|${shop.revision}`, async () =>
    toPaymentMethods(
      await getPaymentVias(sharedIdentity(shop)),
      new URL(env().API_URL).origin,
      shop,
    ),
  );
}
