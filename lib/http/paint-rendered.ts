import type { ServerResponse } from "node:http";
import { paintFirst } from "./paint-first";

/**
 * Sends a page that is rendered for its request as one document with its parts in the order of
 * paint-first.ts. Nothing is lost by waiting for its end: no page here begins before its status is known.
 *
 * To be called after the framework has put its own compression around the response, and before the body.
 */
export function paintRendered(response: ServerResponse): void {
  const { write, end } = response;
  const parts: Uint8Array[] = [];
  const keep = (part: unknown) => {
    if (typeof part === "string") parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(part);
  };
  response.write = ((part: unknown) => {
    keep(part);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...rest: unknown[]) => {
    Object.assign(response, { write, end });
    keep(rest[0]);
    if (parts.length > 0) {
      const bytes = Buffer.from(paintFirst(Buffer.concat(parts).toString()));
      if (response.hasHeader("content-length") && !response.headersSent) {
        response.setHeader("content-length", bytes.length);
      }
      rest[0] = bytes;
    }
    return Reflect.apply(end, response, rest);
  }) as ServerResponse["end"];
}
