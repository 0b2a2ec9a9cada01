import "server-only";
import type { ServerResponse } from "node:http";
import { MAX_WAITING_BYTES, type Outlet } from "./outlet";
import type { RawResponse } from "./raw-response";

/**
 * Events straight to the socket. The framework still sends status and headers of an answer without a
 * body; the `end()` that it finishes with is where the stream begins instead.
 */
export function nodeOutlet({ response, forget }: RawResponse): Outlet {
  let state: "waiting" | "open" | "ending" | "closed" = "waiting";
  let early = "";
  let leave = () => {};
  const gone = () => {
    if (state === "closed") return;
    state = "closed";
    leave();
  };
  const begin = () => {
    const isEnding = state === "ending";
    response.write(early);
    early = "";
    if (isEnding) response.end();
    else state = "open";
    // By then the framework has done what it does after an answer.
    setImmediate(() => {
      if (state === "open") forget(gone);
    });
  };
  const frameworkEnd = response.end;
  response.end = ((...rest: []) => {
    response.end = frameworkEnd;
    const isOurs = state !== "closed" && response.statusCode === 200 && rest.length === 0;
    if (isOurs) begin();
    else {
      gone();
      response.end(...rest);
    }
    return response;
  }) as ServerResponse["end"];
  response.on("close", gone);
  return {
    write: (text) => {
      if (state !== "waiting" && state !== "open") return;
      if (early.length + response.writableLength > MAX_WAITING_BYTES) {
        gone();
        response.destroy();
      } else if (state === "waiting") early += text;
      else response.write(text);
    },
    end: () => {
      if (state === "open") response.end();
      if (state !== "closed") state = "ending";
    },
    onGone: (listener) => {
      leave = listener;
      if (response.destroyed) gone();
    },
  };
}
