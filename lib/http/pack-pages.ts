import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptedEncoding } from "./accepted-encoding";
import { countOnce } from "./count-once";
import { knowsTag } from "./knows-tag";
import { packedPages } from "./packed-pages";
import { paintFirst } from "./paint-first";

/**
 * Room for most documents that the page cache can hold: they are about 30 of its 50 MB, and each takes up
 * to four times its letters here.
 */
const pages = packedPages(100 * 1024 * 1024);

/** To be called once in a process: what the framework would count of a page again and again is known here. */
export const countPagesOnce = (): void => countOnce(pages.givenBytes);

/**
 * Sends a page that the framework has from its cache in a form that was packed once, and answers 304 to
 * who knows it. The framework itself would pack and hash every page for every request.
 *
 * To be called once the framework has said that an answer is from its cache, which is before it ends it
 * and after it has put its own compression around `end`.
 */
export function packPage(request: IncomingMessage, response: ServerResponse): void {
  const end = response.end;
  response.end = ((...rest: unknown[]) => {
    response.end = end;
    const [payload] = rest;
    if (response.headersSent) return Reflect.apply(end, response, rest);
    if (request.method === "HEAD") {
      // It is that of the framework's own text, which nobody is sent.
      response.removeHeader("content-length");
    } else if (typeof payload === "string" && response.statusCode === 200) {
      return sendPage(request, response, payload);
    } else if (typeof payload === "string") {
      // Not kept: addresses that somebody makes up would push out pages that exist.
      const bytes = Buffer.from(paintFirst(payload));
      response.setHeader("content-length", bytes.length);
      rest[0] = bytes;
    }
    return Reflect.apply(end, response, rest);
  }) as ServerResponse["end"];
}

function sendPage(request: IncomingMessage, response: ServerResponse, text: string) {
  const page = pages.of(text);
  response.setHeader("etag", page.text.etag);
  if (knowsTag(request.headers["if-none-match"], page.text.etag)) return endUnchanged(response);
  const encoding = acceptedEncoding(String(request.headers["accept-encoding"] ?? ""));
  const bytes = encoding && page.forms[encoding];
  if (encoding && bytes) response.setHeader("content-encoding", encoding);
  // The first who asks for a form gets it from the framework while it is packed for all others.
  else if (encoding) void pages.pack(text, encoding);
  const body = bytes ?? page.text.plain;
  response.setHeader("content-length", body.length);
  return response.end(body);
}

function endUnchanged(response: ServerResponse): ServerResponse {
  response.statusCode = 304;
  for (const name of ["content-length", "content-type"]) response.removeHeader(name);
  return response.end();
}
