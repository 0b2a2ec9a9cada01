import "server-only";
import * as http from "node:http";
import * as https from "node:https";
import { createParser } from "eventsource-parser";
import { env } from "../env/server";
import { log } from "../log";
import { ENDPOINTS, endpointPath } from "./endpoints";
import { UpstreamError } from "./errors";
import { type Identity, upstreamHeaders } from "./headers";
import { refusal } from "./refusal";
import { retryAfterSeconds } from "./retry-after";
import { orderSchemaOf, type UpstreamOrder } from "./schemas/order";

const MAX_EVENT_CHARACTERS = 256 * 1024;
/** Nothing says that upstream sends heartbeats; a stream that is silent this long is opened anew. */
const SILENCE_MS = 240_000;

type Listener = {
  onOpen(): void;
  onOrder(order: UpstreamOrder): void;
  onStop(): void;
  /** Called once, when the stream ends for any reason other than `close()` and a stop. */
  onClose(error?: UpstreamError): void;
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
  const schema = orderSchemaOf(orderId);
  let ended = false;
  let stopped = false;
  let waiting = 0;

  const finish = (error?: UpstreamError) => {
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
      // A browser, too, takes an event named `message` for an unnamed one.
      const isOrder = event.event === undefined || event.event === "message";
      const order = isOrder ? readOrderEvent(event.data, schema) : undefined;
      if (order) listener.onOrder(order);
    },
  });
  const request = open(url, {
    method: "GET",
    agent: false,
    // An agent of its own would say `close`; the API's documentation asks for the opposite.
    headers: {
      ...upstreamHeaders(identity),
      Accept: "text/event-stream",
      Connection: "keep-alive",
    },
    timeout: ENDPOINTS.subscribe.timeoutMs,
  });
  request.on("response", (response) => {
    const { statusCode: status = 0 } = response;
    if (status !== 200) {
      finish(
        refusal("subscribe", status, undefined, retryAfterSeconds(response.headers["retry-after"])),
      );
      return;
    }
    request.setTimeout(SILENCE_MS);
    listener.onOpen();
    const decoder = new TextDecoder();
    response.on("data", (bytes: Buffer) => {
      // The decoder also drops a byte order mark, which the parser would take for part of a name.
      const chunk = decoder.decode(bytes, { stream: true });
      waiting += chunk.length;
      if (waiting > MAX_EVENT_CHARACTERS) finish(failed("bad-response"));
      else parser.feed(chunk);
    });
    response.on("end", () => finish());
    response.on("error", (cause) => finish(failed("unreachable", cause)));
  });
  request.on("timeout", () => finish(failed("timeout")));
  request.on("error", (cause) => finish(failed("unreachable", cause)));
  request.end();
  return {
    close: () => {
      ended = true;
      request.destroy();
    },
  };
}

const failed = (kind: "unreachable" | "timeout" | "bad-response", cause?: unknown): UpstreamError =>
  new UpstreamError(kind, { endpoint: "subscribe", cause });

function readOrderEvent(
  data: string,
  schema: ReturnType<typeof orderSchemaOf>,
): UpstreamOrder | undefined {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    log.warn({ event: "upstream_schema", endpoint: "subscribe", path: "(not JSON)" });
    return undefined;
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String).join(".") ?? "";
  log.warn({ event: "upstream_schema", endpoint: "subscribe", path });
  return undefined;
}
