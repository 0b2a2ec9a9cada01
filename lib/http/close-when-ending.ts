import type { ServerResponse } from "node:http";
import { shutdown } from "../shutdown";

/**
 * Makes the answers of a process that ends the last ones on their connections. Node closes only those that
 * are idle at that moment, and a proxy would go on sending requests, orders too, on all others until they are cut.
 */
export function closeWhenEnding(response: ServerResponse): void {
  const { signal } = shutdown();
  const { writeHead } = response;
  // Every answer comes past here with its headers, and no listener is needed: Node warns of more than ten.
  response.writeHead = ((...rest: unknown[]) => {
    if (signal.aborted && !response.headersSent) response.setHeader("connection", "close");
    return Reflect.apply(writeHead, response, rest);
  }) as ServerResponse["writeHead"];
}
