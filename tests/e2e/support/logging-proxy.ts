import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

type LoggingProxy = {
  /** For `proxy.server` of a browser context. */
  url: string;
  /** All that was sent to a server: request lines, headers and bodies, as one text. */
  log: () => string;
  stop: () => Promise<void>;
};

/** Stands between a browser and the shop and keeps everything that the browser sends. */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  let sent = "";
  const server = createServer((incoming, outgoing) => {
    const { url = "", method, headers } = incoming;
    sent += `${method} ${url}\n${JSON.stringify(headers)}\n`;
    const { host, pathname, search } = new URL(url);
    const [hostname, port] = host.split(":");
    const options = { host: hostname, port, path: pathname + search, method, headers };
    const onward = request(options, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    // A browser that leaves a page cuts its streams; that is no fault here.
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.on("data", (chunk: Buffer) => {
      sent += chunk.toString("latin1");
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => sent,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
