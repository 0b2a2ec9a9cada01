const TYPES = { png: "image/png", svg: "image/svg+xml; charset=utf-8" } as const;

/** A picture that browsers and proxies may keep for a day. */
export function pictureReply(
  kind: keyof typeof TYPES,
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  return new Response(body, {
    headers: {
      "content-type": TYPES[kind],
      "cache-control": "public, max-age=86400, stale-while-revalidate=604800",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
