import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { forgetFramework } from "@/lib/event-stream/forget-framework";
import { nodeOutlet } from "@/lib/event-stream/node-outlet";
import type { Outlet } from "@/lib/event-stream/outlet";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A server that, like a framework, puts its own methods over the response's, and ends it without a body. */
async function serve(begin: (outlet: Outlet, response: ServerResponse) => void, status = 200) {
  const connections = new Set<Socket>();
  const [wrapped, counted, frameworkClosed] = [vi.fn(), vi.fn(), vi.fn()];
  const server = createServer((request, response) => {
    if (request.url === "/other") {
      response.end("other");
      return;
    }
    response.once("close", counted);
    const forget = forgetFramework(request, response);
    Object.assign(request, { meta: "much" });
    response.on("close", frameworkClosed);
    const { write, end } = response;
    response.write = ((...all: Parameters<typeof write>) => {
      wrapped();
      return write.apply(response, all);
    }) as typeof write;
    response.end = ((...all: Parameters<typeof end>) => end.apply(response, all)) as typeof end;
    begin(nodeOutlet({ response, forget }), response);
    response.statusCode = status;
    response.setHeader("content-type", "text/event-stream");
    response.end();
  });
  server.on("connection", (socket) => connections.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  cleanups.push(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  const open = (path = "/"): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ port, path, agent }, resolve).on("error", reject);
    });
  return { open, connections, wrapped, counted, frameworkClosed };
}

test("what is written before the framework has answered follows its status and headers", async () => {
  let outlet: Outlet | undefined;
  const { open, wrapped } = await serve((opened) => {
    outlet = opened;
    outlet.write("a\n\n");
  });
  const reply = await open();
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject({
    "content-type": "text/event-stream",
    "transfer-encoding": "chunked",
  });
  expect(reply.headers["content-length"]).toBeUndefined();
  outlet?.write("b\n\n");
  outlet?.write("c\n\n");
  outlet?.end();
  outlet?.write("after the end\n\n");
  expect(await text(reply)).toBe("a\n\nb\n\nc\n\n");
  // The first write sends the headers, which the framework may want to see; no other passes by it.
  expect(wrapped).toHaveBeenCalledTimes(1);
});

test("a stream that ends leaves its connection to the next request", async () => {
  const left = vi.fn();
  const { open, connections } = await serve((outlet) => {
    outlet.onGone(left);
    outlet.write("a\n\n");
    outlet.end();
  });
  expect(await text(await open())).toBe("a\n\n");
  expect(await text(await open("/other"))).toBe("other");
  expect(await text(await open())).toBe("a\n\n");
  expect(connections.size).toBe(1);
});

test("a browser that leaves is told of once, and what is written to it then goes nowhere", async () => {
  const left = vi.fn();
  let outlet: Outlet | undefined;
  const { open } = await serve((opened) => {
    outlet = opened;
    outlet.onGone(left);
    outlet.write("a\n\n");
  });
  (await open()).destroy();
  await expect.poll(() => left.mock.calls.length).toBe(1);
  outlet?.write("b\n\n");
  outlet?.end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(left).toHaveBeenCalledTimes(1);
});

test("a browser that left before the stream began is told of at once", async () => {
  const left = vi.fn();
  const { open } = await serve((outlet, response) => {
    response.destroy();
    outlet.onGone(left);
  });
  await expect(open()).rejects.toThrow("socket hang up");
  expect(left).toHaveBeenCalledTimes(1);
});

test("the framework is told that the answer is over, and nothing of it is kept; who counts hears the real end", async () => {
  let answer: ServerResponse | undefined;
  const { open, counted, frameworkClosed } = await serve((outlet, response) => {
    answer = response;
    outlet.write("a\n\n");
  });
  const reply = await open();
  await expect.poll(() => frameworkClosed.mock.calls.length).toBe(1);
  expect(counted).not.toHaveBeenCalled();
  expect(answer?.req).toMatchObject({ url: "/", meta: undefined });
  expect(answer?.write).toBe(answer && Object.getPrototypeOf(answer).write);
  reply.destroy();
  await expect.poll(() => counted.mock.calls.length).toBe(1);
  expect(frameworkClosed).toHaveBeenCalledTimes(1);
});

test("D10: a reader that lets more than 256 kB pile up is let go", async () => {
  const left = vi.fn();
  let outlet: Outlet | undefined;
  let answer: ServerResponse | undefined;
  const { open } = await serve((opened, response) => {
    outlet = opened;
    answer = response;
    outlet.onGone(left);
    outlet.write("a\n\n");
  });
  const reply = await open();
  reply.on("error", () => {});
  reply.pause();
  const block = "x".repeat(16_000);
  let most = 0;
  // What the kernel takes comes on top, and is some megabytes.
  for (let count = 0; count < 4_000 && left.mock.calls.length === 0; count += 1) {
    outlet?.write(block);
    most = Math.max(most, answer?.writableLength ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(left).toHaveBeenCalledTimes(1);
  expect(answer?.destroyed).toBe(true);
  expect(most).toBeGreaterThan(256 * 1024);
  expect(most).toBeLessThan(256 * 1024 + 2 * block.length);
});

test("an answer that the framework gives instead is sent without anything of the stream", async () => {
  const left = vi.fn();
  const { open } = await serve((outlet) => {
    outlet.onGone(left);
    outlet.write("a\n\n");
  }, 500);
  const reply = await open();
  expect(reply.statusCode).toBe(500);
  expect(await text(reply)).toBe("");
  expect(left).toHaveBeenCalledTimes(1);
});
