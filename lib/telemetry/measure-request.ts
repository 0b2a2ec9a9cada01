import type { IncomingMessage, ServerResponse } from "node:http";
import { measure } from "./metrics";
import { routeTemplate } from "./route-template";

const METHODS = new Set(["GET", "HEAD", "POST", "DELETE"]);
const STREAM = /\/(?:subscribe|stream)$/;

/** Counts a request when its answer has ended, whatever answered it. */
export function measureRequest(request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const [pathname = ""] = (request.url ?? "").split("?");
  const route = routeTemplate(pathname);
  const method = METHODS.has(request.method ?? "") ? (request.method ?? "") : "other";
  response.once("close", () => {
    // Who left before an answer began is counted as nginx does.
    const status = response.headersSent ? response.statusCode : 499;
    measure("shop_requests_total", { route, method, status: String(status) });
    if (!STREAM.test(pathname)) {
      measure("shop_request_seconds", { route }, (performance.now() - started) / 1000);
    }
  });
}
