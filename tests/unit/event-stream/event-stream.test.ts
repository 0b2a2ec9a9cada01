import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, expect, test, vi } from "vitest";
import { eventStream } from "@/lib/event-stream/event-stream";
import type { Outlet } from "@/lib/event-stream/outlet";
import { noteRawResponse } from "@/lib/event-stream/raw-response";
import { setTestEnv } from "../../support/test-env";

const URL_OF_STREAM = "http://localhost:3000/api/orders/abc/subscribe";

beforeEach(() => setTestEnv());

const twoEvents = (outlet: Outlet) => {
  outlet.write("data: 1\n\n");
  outlet.write("data: 2\n\n");
  outlet.end();
};

test("where nothing is known of the socket, the events are the body of the answer", async () => {
  const reply = eventStream(new Request(URL_OF_STREAM), twoEvents);
  expect(Object.fromEntries(reply.headers)).toEqual({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    "referrer-policy": "no-referrer",
  });
  expect(await reply.text()).toBe("data: 1\n\ndata: 2\n\n");
});

/** What a framework does with an answer: status, headers, and an end, since it has no body. */
function send(reply: Response, response: ServerResponse): void {
  expect(reply.body).toBeNull();
  response.statusCode = reply.status;
  response.setHeaders(reply.headers);
  response.end();
}

test("where it is known, the answer has no body, and the events follow the same headers on the socket", async () => {
  const server = createServer((request, response) => {
    noteRawResponse(request, response);
    const headers = new Headers(request.headers as Record<string, string>);
    send(eventStream(new Request(URL_OF_STREAM, { headers }), twoEvents), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const reply = await fetch(`http://127.0.0.1:${port}/api/orders/abc/subscribe?lang=en`);
  expect(reply.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(reply.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(await reply.text()).toBe("data: 1\n\ndata: 2\n\n");
  server.closeAllConnections();
  server.close();
});

test("HEAD has the headers, and begins nothing that nobody would end", async () => {
  const begin = vi.fn();
  const reply = eventStream(new Request(URL_OF_STREAM, { method: "HEAD" }), begin);
  expect(reply.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(reply.body).toBeNull();
  expect(begin).not.toHaveBeenCalled();
});
