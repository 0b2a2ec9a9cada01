import { orderPassOf } from "../order-access/frame-pass";
import { parseCookies } from "./cookies";

/** A browser's cookies; or, from a frame on another site, which has none, the right that its page sends. */
export function cookiesOf(headers: Headers): Map<string, string> {
  return parseCookies(orderPassOf(headers.get("authorization")) ?? headers.get("cookie"));
}
