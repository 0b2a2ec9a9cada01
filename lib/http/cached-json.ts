import { createHash } from "node:crypto";

/** A body as cached JSON. */
export function cachedJson(
  request: Request,
  body: unknown,
  maxAgeSeconds: number,
  more: Readonly<Record<string, string>> = {},
): Response {
  return cachedText(request, JSON.stringify(body), maxAgeSeconds, more);
}

/** JSON text that browsers and proxies may keep, with an ETag that answers `If-None-Match` by 304. */
export function cachedText(
  request: Request,
  text: string,
  maxAgeSeconds: number,
  more: Readonly<Record<string, string>> = {},
): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = {
    etag,
    "cache-control": `public, max-age=${maxAgeSeconds}, stale-while-revalidate=600, stale-if-error=86400`,
    "content-type": "application/json; charset=utf-8",
    ...more,
  };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  // A proxy that compresses marks the tag as weak; what it names is the same.
  return known?.includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}
