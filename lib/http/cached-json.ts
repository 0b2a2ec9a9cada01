import { acceptedEncoding } from "./accepted-encoding";
import { keptHeader } from "./kept-headers";
import { knowsTag } from "./knows-tag";
import { packedText } from "./packed-text";
import { peerHeader } from "./peer-header";

type Options = {
  maxAgeSeconds: number;
  /** What else the answer differs by than how it is packed. */
  vary?: string;
};

/**
 * JSON that browsers and proxies may keep, with an ETag that answers `If-None-Match` by 304. It is
 * written and packed once for its source, not once for each request.
 * @param source what the cache keeps; the body is made of it alone.
 */
export function cachedJson<Source extends object>(
  request: Request,
  source: Source,
  options: Options,
  toBody: (source: Source) => unknown = (body) => body,
): Promise<Response> {
  return cachedText(request, source, options, () => JSON.stringify(toBody(source)));
}

/** The same for JSON that is a text already. */
export async function cachedText(
  request: Request,
  source: object,
  { maxAgeSeconds, vary }: Options,
  write: () => string,
): Promise<Response> {
  const text = packedText(source, write);
  const headers = {
    etag: text.etag,
    "cache-control": `public, max-age=${maxAgeSeconds}, stale-while-revalidate=600, stale-if-error=86400`,
    "content-type": "application/json; charset=utf-8",
    vary: vary === undefined ? "Accept-Encoding" : `${vary}, Accept-Encoding`,
  };
  if (knowsTag(request.headers.get("if-none-match"), text.etag))
    return new Response(null, { status: 304, headers });
  // Instrumentation marks what it sees, and only what it sees is answered with the headers that packing needs.
  const mayPack = request.headers.has(peerHeader());
  const encoding = mayPack ? acceptedEncoding(request.headers.get("accept-encoding")) : undefined;
  const bytes = encoding === undefined ? text.plain : await text.packed(encoding);
  const isPacked = encoding !== undefined && bytes !== text.plain;
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      ...(isPacked
        ? {
            [keptHeader("content-encoding")]: encoding,
            [keptHeader("content-length")]: String(bytes.length),
          }
        : {}),
    },
  });
}
