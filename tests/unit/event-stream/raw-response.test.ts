import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { noteRawResponse, takeRawResponse } from "@/lib/event-stream/raw-response";
import { setTestEnv } from "../../support/test-env";

beforeEach(() => setTestEnv());

function arrive(url: string, method = "GET") {
  const request = { method, url, headers: {} as Record<string, string> };
  const response = new EventEmitter() as ServerResponse;
  noteRawResponse(request as unknown as IncomingMessage, response);
  return { headers: new Headers(request.headers), response };
}

test("a handler finds the response of its own request, once", () => {
  const first = arrive("/api/orders/abc/subscribe?lang=en");
  const second = arrive("/api/orders/abc/subscribe");
  expect(takeRawResponse(second.headers)?.response).toBe(second.response);
  expect(takeRawResponse(first.headers)?.response).toBe(first.response);
  expect(takeRawResponse(first.headers)).toBeUndefined();
});

test.each([
  ["GET", "/api/orders/abc"],
  ["GET", "/api/orders/abc/subscribe/more"],
  ["GET", "/en/subscribe"],
  ["HEAD", "/api/orders/abc/subscribe"],
  ["POST", "/api/orders/abc/subscribe"],
])("nothing is kept of %s %s", (method, url) => {
  expect([...arrive(url, method).headers]).toEqual([]);
});

test("a response that was closed without its handler is forgotten", () => {
  const { headers, response } = arrive("/api/orders/abc/subscribe");
  response.emit("close");
  expect(takeRawResponse(headers)).toBeUndefined();
});

test("a request that has come no other way has no response here", () => {
  expect(takeRawResponse(new Headers())).toBeUndefined();
});
