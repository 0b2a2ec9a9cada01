/**
 * Whether a request that changes something comes from the shop's own pages. Browsers send Origin on
 * every POST and DELETE; a request without one is refused rather than trusted.
 */
export function isSameOrigin(headers: Headers, shopUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return headers.get("origin") === new URL(shopUrl).origin;
}
