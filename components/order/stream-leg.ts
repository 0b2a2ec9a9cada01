import type { OrderRuntime } from "./order-runtime";
import type { OrderStream } from "./shared-stream";

const RECONNECT_MS_MIN = 1_000;
const RECONNECT_MS_MAX = 30_000;
/** Two pings of 15 s missed, with a little grace. */
const SILENCE_MS_MAX = 35_000;
const FIRST_EVENT_MS_MAX = 5_000;
const SHUTDOWN_MS_MAX = 5_000;

type StreamEvents = {
  /** An order arrived. Returns whether it was one; only that counts as a good connection. */
  onOrder: (text: string) => boolean;
  /** Nothing comes by stream now: it broke, went silent, or has not said anything yet. */
  onDown: () => void;
  /** The server said that nothing more will come by stream. */
  onStop: () => void;
};

export type StreamLeg = {
  /** Connects unless it is connected, or the server said that nothing more will come. */
  open: () => void;
  /** Connects anew, at once and with the first delay again. */
  reopen: () => void;
  close: () => void;
  silentForMs: () => number;
};

/** One EventSource at a time, brought back with growing random delays until the server says stop. */
export function createStreamLeg(
  url: string,
  runtime: OrderRuntime,
  events: StreamEvents,
): StreamLeg {
  let source: OrderStream | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let firstEventTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stoppedForGood = false;
  let lastEventAt = runtime.elapsed();

  function disconnect(): void {
    source?.close();
    source = undefined;
    clearTimeout(reconnectTimer);
    clearTimeout(watchdog);
    clearTimeout(firstEventTimer);
    reconnectTimer = undefined;
  }

  function reconnectIn(delayMs: number): void {
    disconnect();
    reconnectTimer = setTimeout(connect, delayMs);
    events.onDown();
  }

  function fail(): void {
    const ceiling = Math.min(RECONNECT_MS_MAX, RECONNECT_MS_MIN * 2 ** failures);
    failures += 1;
    reconnectIn(runtime.random() * ceiling);
  }

  function heard(): void {
    lastEventAt = runtime.elapsed();
    clearTimeout(watchdog);
    watchdog = setTimeout(fail, SILENCE_MS_MAX);
  }

  function connect(): void {
    disconnect();
    lastEventAt = runtime.elapsed();
    let opened: OrderStream;
    try {
      opened = runtime.openStream(url);
    } catch {
      // A browser without EventSource, or one that forbids it, is served by polling.
      stoppedForGood = true;
      events.onDown();
      return;
    }
    source = opened;
    const listen = (type: string, run: (event: Event) => void) =>
      opened.addEventListener(type, (event) => {
        // An event that was on its way when its stream was closed belongs to nobody.
        if (source === opened) run(event);
      });
    watchdog = setTimeout(fail, SILENCE_MS_MAX);
    firstEventTimer = setTimeout(events.onDown, FIRST_EVENT_MS_MAX);
    listen("message", (event) => {
      heard();
      if (!events.onOrder(String((event as MessageEvent).data))) return;
      clearTimeout(firstEventTimer);
      failures = 0;
    });
    listen("ping", heard);
    listen("stop", () => {
      stoppedForGood = true;
      disconnect();
      events.onStop();
    });
    listen("shutdown", () => {
      failures = 0;
      reconnectIn(runtime.random() * SHUTDOWN_MS_MAX);
    });
    listen("error", fail);
  }

  return {
    open: () => {
      if (!stoppedForGood && !source && reconnectTimer === undefined) connect();
    },
    reopen: () => {
      if (stoppedForGood) return;
      failures = 0;
      connect();
    },
    close: () => {
      disconnect();
    },
    silentForMs: () => (source ? runtime.elapsed() - lastEventAt : Number.POSITIVE_INFINITY),
  };
}
