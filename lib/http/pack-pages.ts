import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { outsideRequest } from "../outside-request";
import { acceptedEncoding, type Encoding } from "./accepted-encoding";
import { knowsTag } from "./knows-tag";
import { type PackedText, packText } from "./packed-text";
import { paintFirst } from "./paint-first";

/** As much of the pages' texts as their own cache may hold. */
const TEXT_SIZE_MAX = 50 * 1024 * 1024;

type Page = { text: PackedText; forms: Partial<Record<Encoding, Uint8Array>> };

const pages = new LRUCache<string, Page>({
  maxSize: TEXT_SIZE_MAX,
  // The text itself is the page cache's own.
  sizeCalculation: (page) => page.text.plain.length + 1,
});

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
    if (typeof payload === "string" && response.statusCode === 200 && !response.headersSent) {
      const page = pageOf(payload);
      response.setHeader("etag", page.text.etag);
      if (knowsTag(request.headers["if-none-match"], page.text.etag)) return endUnchanged(response);
      const encoding = acceptedEncoding(String(request.headers["accept-encoding"] ?? ""));
      const bytes = encoding && page.forms[encoding];
      if (encoding && bytes) {
        response.setHeader("content-encoding", encoding);
        response.setHeader("content-length", bytes.length);
        return response.end(bytes);
      }
      // The first who asks for a form gets it from the framework while it is packed for all others.
      if (encoding) pack(page, encoding);
      response.setHeader("content-length", page.text.plain.length);
      rest[0] = page.text.plain;
    }
    return Reflect.apply(end, response, rest);
  }) as ServerResponse["end"];
}

function pageOf(text: string): Page {
  const known = pages.get(text);
  if (known) return known;
  const page: Page = { text: packText(paintFirst(text)), forms: {} };
  pages.set(text, page);
  return page;
}

function pack(page: Page, encoding: Encoding): void {
  outsideRequest(() => {
    // A page that cannot be packed goes on being sent by the framework.
    page.text.packed(encoding).then(
      (bytes) => {
        page.forms[encoding] = bytes;
      },
      () => undefined,
    );
  });
}

function endUnchanged(response: ServerResponse): ServerResponse {
  response.statusCode = 304;
  for (const name of ["content-length", "content-type"]) response.removeHeader(name);
  return response.end();
}
