import { createServer, request } from "node:http";

/** The least that Node can do between a stream and a browser. */
const [port = "0", upstream = ""] = process.argv.slice(2);

createServer((incoming, outgoing) => {
  const call = request(upstream + (incoming.url ?? "/"), { agent: false }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    outgoing.flushHeaders();
    reply.pipe(outgoing);
  });
  call.on("error", () => outgoing.destroy());
  outgoing.on("close", () => call.destroy());
  call.end();
}).listen(Number(port), "127.0.0.1", 4_096);
