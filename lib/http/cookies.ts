import { cookiePrefix } from "../order-access/proof";

/** Reads a Cookie header. The first of two cookies of the same name counts, as browsers send it. */
export function parseCookies(header: string | null): Map<string, string> {
  const jar = new Map<string, string>();
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    const name = part.slice(0, Math.max(0, at)).trim();
    if (name !== "" && !jar.has(name)) jar.set(name, part.slice(at + 1).trim());
  }
  return jar;
}

type Cookie = { name: string; value: string; maxAgeSeconds: number };

/** A Set-Cookie line for a cookie that no script may read. */
export function serialiseCookie(cookie: Cookie, shopUrl: string): string {
  const secure = shopUrl.startsWith("https://") ? "; Secure" : "";
  return `${cookie.name}=${cookie.value}; Path=/; Max-Age=${cookie.maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The checkout page's own cookie: it scopes idempotency keys and proves that cookies come back. */
export function buyerCookieName(shopUrl: string): string {
  return `${cookiePrefix(shopUrl)}buyer`;
}
