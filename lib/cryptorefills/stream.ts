import "server-only";
import * as http from "node:http";
import * as https from "node:https";
import { createParser } from "eventsource-parser";
import { env } from "../env/server";
import { log } from "../log";
import { ENDPOINTS, endpointPath } from "./endpoints";
import { type Identity, upstreamHeaders } from "./headers";
import { orderSchema, type UpstreamOrder } from "./schemas/order";

const MAX_EVENT_BYTES = 256 * 1024;
/** Nothing says that upstream sends heartbeats; a stream that is silent this long is opened anew. */
const SILENCE_MS = 240_000;

type Listener = {
  onOpen(): void;
  onOrder(order: UpstreamOrder): void;
  onStop(): void;
  /** Called once, when the stream ends for any reason other than `close()`. */
  onClose(error?: Error): void;
};

/**
 * Opens the event stream of an order on a socket of its own. An event that does not parse is dropped
 * with a log line; the reads beside the stream make up for it.
 */
export function openOrderStream(
  identity: Identity,
  orderId: string,
  listener: Listener,
): { close(): void } {
  const url = new URL(`${env().API_URL}${endpointPath("subscribe", { orderId })}`);
  const { request: open } = url.protocol === "https:" ? https : http;
  let ended = false;
  let stopped = false;
  let waiting = 0;

  const finish = (error?: Error) => {
    if (ended) return;
    ended = true;
    request.destroy();
    if (!stopped) listener.onClose(error);
  };
  const parser = createParser({
    onComment: () => {
      waiting = 0;
    },
    onEvent: (event) => {
      waiting = 0;
      if (ended) return;
      if (event.event === "stop") {
        stopped = true;
        listener.onStop();
        finish();
        return;
      }
      const order = event.event === undefined ? readOrderEvent(event.data) : undefined;
      if (order) listener.onOrder(order);
    },
  });
  const request = open(url, {
    method: "GET",
    agent: false,
    headers: { ...upstreamHeaders(identity), Accept: "text/event-stream" },
    timeout: ENDPOINTS.subscribe.timeoutMs,
  });
  request.on("response", (response) => {
    if (response.statusCode !== 200) {
      finish(new Error("the stream was refused"));
      return;
    }
    request.setTimeout(SILENCE_MS);
    listener.onOpen();
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      waiting += chunk.length;
      if (waiting > MAX_EVENT_BYTES) finish(new Error("an event is too large"));
      else parser.feed(chunk);
    });
    response.on("end", () => finish());
    response.on("error", (error) => finish(error));
  });
  request.on("timeout", () => finish(new Error("the stream is silent")));
  request.on("error", (error) => finish(error));
  request.end();
  return {
    close: () => {
      ended = true;
      request.destroy();
    },
  };
}

function readOrderEvent(data: string): UpstreamOrder | undefined {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    log.warn({ event: "upstream_schema", endpoint: "subscribe", path: "(not JSON)" });
    return undefined;
  }
  const result = orderSchema.safeParse(json);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String).join(".") ?? "";
  log.warn({ event: "upstream_schema", endpoint: "subscribe", path });
  return undefined;
}
