import "server-only";
import type { ValidationBody } from "../contract/order-body";
import type { Shop } from "../shop/schema";

/** What the visit says of where it came from stands over what the shop says of itself. */
export function withAcquisition<Body extends ValidationBody>(shop: Shop, body: Body): Body {
  const acquisition = { ...shop.acquisition, ...body.acquisition };
  return Object.keys(acquisition).length > 0 ? { ...body, acquisition } : body;
}
