import "server-only";
import { outsideRequest } from "../outside-request";
import { nodeOutlet } from "./node-outlet";
import type { Outlet } from "./outlet";
import { takeRawResponse } from "./raw-response";
import { webOutlet } from "./web-outlet";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
  "referrer-policy": "no-referrer",
};

/**
 * Answers with Server-Sent Events that `begin` writes. Where the socket's side of the request is known
 * the stream leaves the framework, which keeps several times more of an open answer than the socket does.
 */
export function eventStream(request: Request, begin: (outlet: Outlet) => void): Response {
  // Nobody would ever end a stream that a HEAD request has opened.
  if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
  const raw = takeRawResponse(request.headers);
  if (raw) {
    const outlet = nodeOutlet(raw);
    outsideRequest(() => begin(outlet));
    return new Response(null, { headers: HEADERS });
  }
  const { outlet, body } = webOutlet(request.signal);
  begin(outlet);
  return new Response(body, { headers: HEADERS });
}
