import "server-only";
import type { Identity } from "../cryptorefills/headers";
import { env, partnerIdFrom } from "../env/server";
import type { Shop } from "../shop/schema";
import { appVersion } from "../version";

/** Whom shared reads are made for: always the shop, so that their answers can be shared. */
export function sharedIdentity(shop: Shop): Identity {
  const version = appVersion();
  return {
    partnerId: partnerIdFrom(shop.partnerIdEnv),
    version,
    ip: env().SERVER_IP,
    userAgent: `shop/${version}`,
  };
}
