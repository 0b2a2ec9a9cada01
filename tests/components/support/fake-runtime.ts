import { vi } from "vitest";
import type { OrderChannel, OrderRuntime } from "@/components/order/order-runtime";
import type { OrderView } from "@/lib/contract/order-view";

/** A stand-in for EventSource that speaks only when a test says so. */
export class FakeEventSource extends EventTarget {
  readonly url: string;
  closed = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close(): void {
    this.closed = true;
  }

  /** Also speaks after `close`, as an event that was on its way does. */
  message(data: string): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  order(view: OrderView): void {
    this.message(JSON.stringify(view));
  }

  say(type: "ping" | "stop" | "shutdown" | "error"): void {
    this.dispatchEvent(new MessageEvent(type, { data: "{}" }));
  }
}

export type FakeServer = {
  runtime: OrderRuntime;
  streams: FakeEventSource[];
  live: () => FakeEventSource[];
  /** The newest stream. */
  stream: () => FakeEventSource;
  /** When each read was made, by the moved clock. */
  reads: number[];
  /** What the next reads answer. */
  answer: (make: () => Response | Promise<Response>) => void;
};

/** A server on the other side of the hook: streams that can be counted, reads that can be answered. */
export function fakeServer(random = 1): FakeServer {
  const streams: FakeEventSource[] = [];
  const reads: number[] = [];
  let make: () => Response | Promise<Response> = () => new Response(null, { status: 503 });
  return {
    streams,
    reads,
    live: () => streams.filter(({ closed }) => !closed),
    stream: () => {
      const newest = streams.at(-1);
      if (!newest) throw new Error("No stream was opened");
      return newest;
    },
    answer: (next) => {
      make = next;
    },
    runtime: {
      openStream: (url) => {
        const stream = new FakeEventSource(url);
        streams.push(stream);
        return stream as unknown as EventSource;
      },
      fetch: vi.fn(async () => {
        reads.push(Date.now());
        return make();
      }),
      random: () => random,
      elapsed: () => Date.now(),
    },
  };
}

/** What connects the tabs of a browser: each hears the others and never itself. */
export function fakeBrowser(): (name: string) => OrderChannel {
  const tabs = new Set<{ name: string; hear: (data: unknown) => void }>();
  return (name) => {
    const tab = { name, hear: (_data: unknown) => {} };
    tabs.add(tab);
    return {
      postMessage: (data) => {
        for (const other of tabs) if (other !== tab && other.name === name) other.hear(data);
      },
      addEventListener: (_type, listener) => {
        tab.hear = (data) => listener({ data });
      },
      close: () => void tabs.delete(tab),
    };
  };
}

export const json = (view: unknown) => () => Response.json(view);
