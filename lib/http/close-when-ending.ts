import type { ServerResponse } from "node:http";
import { shutdown } from "../shutdown";

const underWay = new Set<ServerResponse>();
let isListening = false;

/**
 * Makes the answers of a process that ends the last ones on their connections. Node closes only those that
 * are idle at that moment, and a proxy would go on sending requests, orders too, on all others until they are cut.
 */
export function closeWhenEnding(response: ServerResponse): void {
  const { signal } = shutdown();
  if (signal.aborted) {
    sayLast(response);
    return;
  }
  underWay.add(response);
  response.once("close", () => underWay.delete(response));
  if (isListening) return;
  isListening = true;
  signal.addEventListener("abort", () => underWay.forEach(sayLast), { once: true });
}

function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
