import "server-only";
import { MAX_WAITING_BYTES, type Outlet } from "./outlet";

/** Events as the body of a `Response`, for every host that can send one. */
export function webOutlet(signal: AbortSignal): { outlet: Outlet; body: ReadableStream } {
  const encoder = new TextEncoder();
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  let leave = () => {};
  const close = () => {
    sink?.close();
    sink = undefined;
    signal.removeEventListener("abort", gone);
  };
  const gone = () => {
    if (!sink) return;
    close();
    leave();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        sink = controller;
      },
      cancel: () => {
        sink = undefined;
        signal.removeEventListener("abort", gone);
        leave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
  );
  signal.addEventListener("abort", gone, { once: true });
  return {
    body,
    outlet: {
      write: (text) => {
        if ((sink?.desiredSize ?? 0) > 0) sink?.enqueue(encoder.encode(text));
        else gone();
      },
      end: close,
      onGone: (listener) => {
        leave = listener;
        if (signal.aborted) gone();
      },
    },
  };
}
