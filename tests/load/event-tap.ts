import { createServer, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type EventTap = {
  url: string;
  port: number;
  /** Says the order once more to all who stream it, and returns how many they are. */
  emit(orderId: string): number;
  openStreams(): number;
  close(): Promise<void>;
};

/**
 * An upstream whose streams a test plays itself: everything but the streams is passed on to another
 * upstream, and an event leaves at the moment it is asked for, so that its time is known.
 */
export async function startEventTap(upstream: string): Promise<EventTap> {
  const open = new Map<string, Set<ServerResponse>>();
  const orders = new Map<string, string>();
  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? "/";
    const orderId = /^\/v5\/orders\/([\w-]+)\/subscribe$/.exec(path)?.[1];
    if (!orderId) {
      const passed = request(
        upstream + path,
        { method: incoming.method, headers: incoming.headers },
        (reply) => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
        },
      );
      passed.on("error", () => outgoing.destroy());
      incoming.pipe(passed);
      return;
    }
    const streams = open.get(orderId) ?? new Set();
    open.set(orderId, streams.add(outgoing));
    outgoing.on("close", () => streams.delete(outgoing));
    outgoing.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    outgoing.flushHeaders();
    const known = orders.get(orderId) ?? (await orderText(upstream, orderId, incoming.headers));
    orders.set(orderId, known);
    outgoing.write(`data: ${known}\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 4_096, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    emit: (orderId) => {
      const streams = open.get(orderId) ?? [];
      for (const stream of streams) stream.write(`data: ${orders.get(orderId)}\n\n`);
      return [...streams].length;
    },
    openStreams: () => [...open.values()].reduce((sum, { size }) => sum + size, 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Asked with the headers that came with the stream: the sandbox answers nobody without them. */
function orderText(upstream: string, orderId: string, headers: object): Promise<string> {
  return new Promise((resolve, reject) => {
    request(`${upstream}/v5/orders/${orderId}`, { headers: { ...headers } }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      reply.on("end", () => resolve(text));
    })
      .on("error", reject)
      .end();
  });
}
