import type { ServerResponse } from "node:http";
import { isTerminal } from "../orders/book";
import type { Order } from "../orders/types";
import type { Fault } from "./faults";

/** The event stream of an order: the order at once, then at every change, and `stop` at its end. */
export function streamOrder(
  order: Order,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  if (fault?.kind === "stall") {
    response.flushHeaders();
    return;
  }
  const send = () => response.write(`data: ${JSON.stringify(order.body)}\n\n`);
  const stop = () => response.end("event: stop\ndata: {}\n\n");
  const listener = (event: "change" | "stop") => {
    if (event === "change") send();
    else stop();
  };
  send();
  if (fault?.kind === "cut") {
    setTimeout(() => response.destroy(), fault.ms).unref();
  }
  if (fault?.kind === "stop" || isTerminal(order)) {
    stop();
    return;
  }
  order.listeners.add(listener);
  response.on("close", () => order.listeners.delete(listener));
}
