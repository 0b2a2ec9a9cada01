import type { Shop } from "../shop/schema";
import { type Finding, ok, warning } from "./finding";

/** Names that are set aside for examples: nobody reads mail there. */
const NOBODYS = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i;

/** Whether buyers can reach somebody. */
export function checkLegal(shop: Pick<Shop, "id" | "support">): Finding {
  const { email, url } = shop.support;
  if (email === undefined && url === undefined) {
    return warning("legal", "legal_contact", { shop: shop.id });
  }
  const host = url === undefined ? (email?.split("@").at(-1) ?? "") : new URL(url).hostname;
  return NOBODYS.test(host)
    ? warning("legal", "legal_example", { shop: shop.id, host })
    : ok("legal", "legal_ok", { shop: shop.id });
}
