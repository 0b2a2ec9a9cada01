/** Asks a browser for the token as a password, so that it never stands in an address. */
export function replyToStranger(): Response {
  return new Response(null, {
    status: 401,
    headers: {
      "www-authenticate": 'Basic realm="setup", charset="UTF-8"',
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
