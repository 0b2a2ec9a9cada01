import { isFramed } from "@/lib/device/frame-pass";
import { type OrderStream, SharedStream } from "./shared-stream";

export type OrderChannel = {
  postMessage: (message: unknown) => void;
  addEventListener: (type: "message", listener: (event: { data: unknown }) => void) => void;
  close: () => void;
};

/** What the live page takes from the browser; tests hand in their own. */
export type OrderRuntime = {
  openStream: (url: string) => OrderStream;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  random: () => number;
  /** What the tabs of one order tell each other by; absent where a browser has no such thing. */
  openChannel?: (name: string) => OrderChannel | undefined;
  /** Milliseconds that never run backwards, and go on while the machine sleeps where a clock does. */
  elapsed: () => number;
};

export function browserRuntime(): OrderRuntime {
  const monotonicStart = performance.now();
  const wallStart = Date.now();
  return {
    openStream: (url) => {
      // A stream can send no header, and without one the order is not this page's to see.
      if (isFramed()) throw new Error("No stream within a frame");
      return canShare() ? new SharedStream(url, browserParts()) : new EventSource(url);
    },
    fetch: (url, init) => fetch(url, init),
    random: Math.random,
    openChannel: (name) =>
      typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name),
    elapsed: () => Math.max(performance.now() - monotonicStart, Date.now() - wallStart),
  };
}

/** Locks want a secure context; a browser without them has a stream for each tab. */
const canShare = () => "locks" in navigator && typeof BroadcastChannel !== "undefined";

const browserParts = () => ({
  locks: navigator.locks,
  openChannel: (name: string) => new BroadcastChannel(name),
  openStream: (url: string) => new EventSource(url),
});
