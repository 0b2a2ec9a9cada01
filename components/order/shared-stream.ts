import { takeStreamSlot } from "./take-stream-slot";

/** What a stream can say; the tabs that share one pass on exactly these. */
const EVENT_TYPES = ["message", "ping", "stop", "shutdown", "error"] as const;
type EventType = (typeof EVENT_TYPES)[number];
type Said = { type: EventType; data: string };

/** The part of an EventSource that a page needs. */
export type OrderStream = {
  addEventListener: (type: string, listener: (event: Event) => void) => void;
  close: () => void;
};

/** What tabs elect a leader and talk with; tests hand in their own. */
export type SharedStreamParts = {
  locks: Pick<LockManager, "request">;
  openChannel: (name: string) => Pick<BroadcastChannel, "postMessage" | "close" | "onmessage">;
  openStream: (url: string) => EventSource;
};

const isSaid = (value: unknown): value is Said =>
  typeof value === "object" &&
  value !== null &&
  "data" in value &&
  EVENT_TYPES.includes((value as Said).type);

/**
 * One connection for all tabs of this browser that watch the same thing. A browser has six connections
 * for a host, so one stream per tab would starve the seventh tab of everything. Whoever holds the lock
 * has the connection and repeats what it says; when its tab closes, hides or fails, the next in the
 * queue of the lock connects at once.
 */
export class SharedStream extends EventTarget implements OrderStream {
  readonly #url: string;
  readonly #parts: SharedStreamParts;
  readonly #channel: ReturnType<SharedStreamParts["openChannel"]>;
  readonly #left = new AbortController();
  #leads = false;
  #lastMessage: Said | undefined;

  constructor(url: string, parts: SharedStreamParts) {
    super();
    this.#url = url;
    this.#parts = parts;
    this.#channel = parts.openChannel(`stream ${url}`);
    this.#channel.onmessage = ({ data }) => {
      if (isSaid(data)) this.#say(data);
      else if (this.#leads && this.#lastMessage) this.#channel.postMessage(this.#lastMessage);
    };
    // Whoever comes later asks for the state that the others already have.
    this.#channel.postMessage("hello");
    parts.locks
      .request(`stream ${url}`, { signal: this.#left.signal }, () => this.#lead())
      .catch(() => {
        // The wait ended because this tab no longer wants the stream, or locks are forbidden here;
        // in either case the page polls as it does without any stream.
        this.#say({ type: "error", data: "" });
      });
  }

  close(): void {
    this.#left.abort();
    this.#channel.close();
  }

  /** Lasts as long as this tab has the connection: the lock is held until the promise settles. */
  async #lead(): Promise<void> {
    const { signal } = this.#left;
    const giveSlotBack = await takeStreamSlot(this.#parts.locks);
    if (!giveSlotBack) return this.#say({ type: "error", data: "" });
    if (!signal.aborted) {
      this.#leads = true;
      const source = this.#parts.openStream(this.#url);
      for (const type of EVENT_TYPES) {
        source.addEventListener(type, (event) => this.#tell(type, event));
      }
      await new Promise<void>((left) => {
        signal.addEventListener("abort", () => left(), { once: true });
      });
      source.close();
    }
    giveSlotBack();
  }

  #tell(type: EventType, event: Event): void {
    if (this.#left.signal.aborted) return;
    const said = { type, data: event instanceof MessageEvent ? String(event.data) : "" };
    if (type === "message") this.#lastMessage = said;
    this.#channel.postMessage(said);
    this.#say(said);
  }

  #say({ type, data }: Said): void {
    if (!this.#left.signal.aborted) this.dispatchEvent(new MessageEvent(type, { data }));
  }
}
