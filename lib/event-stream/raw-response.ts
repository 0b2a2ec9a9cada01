import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { forgetFramework } from "./forget-framework";

export type RawResponse = {
  response: ServerResponse;
  /** See `forgetFramework`. */
  forget(stay: () => void): void;
};

type Register = { header: string; responses: Map<string, RawResponse> };

const STREAM = /^\/api\/orders\/[^/?]+\/subscribe(?:\?|$)/;

// Instrumentation and route handlers are bundled apart.
const holder = globalThis as typeof globalThis & { __storefrontRawResponses?: Register };

/** The header's name is made anew by every process, so that no client can know it. */
function register(): Register {
  holder.__storefrontRawResponses ??= {
    header: `x-response-${randomBytes(8).toString("hex")}`,
    responses: new Map(),
  };
  return holder.__storefrontRawResponses;
}

/** Remembers the socket's side of a request for a stream, until its handler takes it or it is closed. */
export function noteRawResponse(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" || !STREAM.test(request.url ?? "")) return;
  const { header, responses } = register();
  const id = randomUUID();
  request.headers[header] = id;
  response.once("close", () => responses.delete(id));
  responses.set(id, { response, forget: forgetFramework(request, response) });
}

/** The response that a route handler's request will be answered with, given out once. */
export function takeRawResponse(headers: Headers): RawResponse | undefined {
  const { header, responses } = register();
  const id = headers.get(header) ?? "";
  const raw = responses.get(id);
  responses.delete(id);
  return raw;
}
