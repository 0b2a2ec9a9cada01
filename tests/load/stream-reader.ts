import { type IncomingHttpHeaders, request } from "node:http";
import { createParser, type EventSourceMessage } from "eventsource-parser";

export type StreamReader = {
  close(): void;
  /** Stops to take anything from the socket, as a browser on a dead network does. */
  pause(): void;
  readonly headers: IncomingHttpHeaders;
  /** How the server ended the stream; open while it has not. */
  readonly state: "open" | "ended" | "broken";
};

type Options = {
  url: string;
  headers?: Record<string, string>;
  onEvent?: (event: EventSourceMessage) => void;
};

/** A browser's EventSource without its patience: settles with the first byte, never reconnects. */
export function openReader({ url, headers, onEvent }: Options): Promise<StreamReader> {
  return new Promise((resolve, reject) => {
    const parser = createParser(onEvent ? { onEvent } : {});
    let state: StreamReader["state"] = "open";
    const call = request(
      url,
      { agent: false, headers: { accept: "text/event-stream", ...headers } },
      (reply) => {
        if (reply.statusCode !== 200) {
          reply.resume();
          reject(new Error(`${url} answers ${reply.statusCode}`));
          return;
        }
        const reader: StreamReader = {
          close: () => call.destroy(),
          pause: () => void reply.pause(),
          headers: reply.headers,
          get state() {
            return state;
          },
        };
        reply.setEncoding("utf8");
        reply.on("data", (chunk: string) => {
          parser.feed(chunk);
          resolve(reader);
        });
        reply.on("end", () => {
          state = "ended";
        });
        reply.on("error", () => {
          if (state === "open") state = "broken";
        });
      },
    );
    call.on("error", reject);
    call.end();
  });
}

/** Opens many, a few at a time, as a crowd arrives; none is left open when one is refused. */
export async function openReaders(
  wishes: readonly Options[],
  atOnce = 50,
): Promise<StreamReader[]> {
  const readers: StreamReader[] = [];
  for (let first = 0; first < wishes.length; first += atOnce) {
    const some = await Promise.allSettled(wishes.slice(first, first + atOnce).map(openReader));
    for (const one of some) if (one.status === "fulfilled") readers.push(one.value);
    const refused = some.find((one) => one.status === "rejected");
    if (refused) {
      for (const reader of readers) reader.close();
      throw refused.reason;
    }
  }
  return readers;
}
