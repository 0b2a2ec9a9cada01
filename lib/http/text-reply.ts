/** A text for programs, which they may keep for an hour. */
export function textReply(body: string, type = "text/plain"): Response {
  return new Response(body, {
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "public, max-age=3600" },
  });
}
