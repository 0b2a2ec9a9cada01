import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that gives each request to the next of its ports, and says from where it came. */
export async function roundRobin(): Promise<{
  url: string;
  to(ports: readonly number[]): void;
  close(): Promise<void>;
}> {
  let ports: readonly number[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const port = ports[turn % ports.length];
    turn += 1;
    const seen = incoming.headers["x-forwarded-for"];
    const peer = incoming.socket.remoteAddress ?? "unknown";
    const passed = request(
      {
        host: "127.0.0.1",
        port,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, "x-forwarded-for": seen ? `${seen}, ${peer}` : peer },
        agent: false,
      },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    passed.on("error", () => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    to: (next) => {
      ports = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
