import type { OrderView } from "@/lib/contract/order-view";
import { nextView } from "@/lib/orders/machine";
import { isOrderView } from "./is-order-view";
import { noteState } from "./order-history";
import type { OrderRuntime } from "./order-runtime";
import { createPollLeg, paceOf } from "./poll-leg";
import { orderUrl, type Reading } from "./read-order";
import { createStreamLeg } from "./stream-leg";

type Connection = "live" | "polling" | "offline";

export type WatchedOrder = {
  view: OrderView;
  connection: Connection;
  /** When the last good state arrived, by this device's clock; only for “last update …”. */
  lastUpdate: number | undefined;
  /** The server no longer knows the order or this browser's right to it; the last state stays. */
  missing: boolean;
};

export type WatchSetup = { initial: OrderView; locale: string; runtime: OrderRuntime };
export type OrderWatch = { refresh: () => void; dispose: () => void };

/** How long the stream may be away before polling begins; a quick reconnect needs none. */
const POLL_AFTER_MS_MAX = 5_000;
const FRESH_MS = 20_000;
const MISSING_SECONDS = 60;
const HIDDEN_STREAM_MS_MAX = 30_000;
/** Codes may appear a moment after the last state. */
const LAST_READ_MS = 30_000;

/**
 * Watches one order until it is disposed: the stream for speed, polling as the floor, and every state
 * through the machine, so that nothing goes backwards without a confirming read.
 */
export function watchOrder(
  reference: string,
  { initial, locale, runtime }: WatchSetup,
  emit: (state: WatchedOrder) => void,
): OrderWatch {
  let active = true;
  let state: WatchedOrder = {
    view: initial,
    connection: "polling",
    lastUpdate: undefined,
    missing: false,
  };
  /** Counts the events taken in, to know whether an answer is older than what came meanwhile. */
  let eventsSeen = 0;
  let eventsSeenWhenAsked = 0;
  /** A step backwards waits for a read that no event has overtaken. */
  let confirmWanted = false;
  let finalSinceMs = runtime.elapsed();
  let lastReadTimer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;

  function update(change: Partial<WatchedOrder>): void {
    if (!active) return;
    state = { ...state, ...change };
    noteState(state.view);
    emit(state);
  }

  noteState(initial);
  const pace = () => paceOf(state.view, runtime.elapsed() - finalSinceMs);

  const stream = createStreamLeg(orderUrl(reference, locale, "/subscribe"), runtime, {
    onOrder: (text) => {
      const view = parseView(text);
      if (!view || view.reference !== reference) {
        poll.askNow();
        return false;
      }
      eventsSeen += 1;
      poll.stop();
      take(view, { confirmed: false, connection: "live", tell: true });
      return true;
    },
    onDown: () => {
      if (state.connection === "live") update({ connection: "polling" });
      startPolling();
    },
    onStop: () => {
      clearTimeout(lastReadTimer);
      if (state.connection === "live" && !state.view.final) update({ connection: "polling" });
      startPolling();
    },
  });

  const poll = createPollLeg({
    url: orderUrl(reference, locale),
    runtime,
    paceSeconds: () => (state.missing ? MISSING_SECONDS : pace()),
    isHidden: () => document.visibilityState === "hidden",
    onAsked: () => {
      eventsSeenWhenAsked = eventsSeen;
    },
    onReading: takeReading,
  });

  function startPolling(): void {
    if (pace() !== undefined) poll.start(runtime.random() * POLL_AFTER_MS_MAX);
  }

  function takeReading(reading: Reading): void {
    const overtaken = eventsSeen !== eventsSeenWhenAsked;
    const connection = state.connection === "live" ? "live" : "polling";
    if (reading.kind === "missing") {
      confirmWanted = false;
      stream.close();
      update({ missing: true, connection: "polling" });
      poll.start(POLL_AFTER_MS_MAX);
    } else if (reading.kind === "view" && reading.view.reference === reference) {
      if (!overtaken) confirmWanted = false;
      take(reading.view, { confirmed: !overtaken, connection, tell: true });
      if (confirmWanted) poll.askNow();
    } else {
      // What needs no more reads misses nothing.
      if (connection !== "live" && pace() !== undefined) update({ connection: "offline" });
      if (confirmWanted) poll.start(POLL_AFTER_MS_MAX);
    }
  }

  function take(incoming: OrderView, how: Taking): void {
    const wasFinal = state.view.final;
    const before = state.view;
    const { view, needsConfirm } = nextView(before, incoming, how.confirmed);
    if (how.tell && isNews(before, view)) channel?.postMessage(view);
    update({ view, connection: how.connection, lastUpdate: Date.now(), missing: false });
    if (needsConfirm) {
      confirmWanted = true;
      poll.askNow();
    }
    if (view.final && !wasFinal) finish();
    if (view.final) return;
    clearTimeout(lastReadTimer);
    resumeStream();
  }

  function finish(): void {
    finalSinceMs = runtime.elapsed();
    if (pace() === undefined) poll.stop();
    clearTimeout(lastReadTimer);
    lastReadTimer = setTimeout(() => {
      stream.close();
      poll.askNow();
    }, LAST_READ_MS);
  }

  function resumeStream(): void {
    if (state.view.watch.stream && document.visibilityState !== "hidden") stream.open();
    else if (!state.view.watch.stream) startPolling();
  }

  function wakeUp(reconnect: boolean): void {
    clearTimeout(hiddenTimer);
    // An order that is over is read again only to learn that the network is back.
    if (pace() === undefined && state.connection !== "offline") return;
    poll.askNow();
    if (!state.view.watch.stream) return;
    if (reconnect || stream.silentForMs() > FRESH_MS) stream.reopen();
  }

  function onVisibility(): void {
    if (document.visibilityState === "visible") {
      wakeUp(false);
      return;
    }
    clearTimeout(hiddenTimer);
    // A tab in the background gives its connection back: a browser has only six for a host.
    hiddenTimer = setTimeout(() => {
      stream.close();
      if (state.connection === "live") update({ connection: "polling" });
      startPolling();
    }, HIDDEN_STREAM_MS_MAX);
  }
  const onOnline = () => wakeUp(true);
  const onOffline = () => update({ connection: "offline" });
  const onPageShow = (event: PageTransitionEvent) => event.persisted && wakeUp(true);

  // Two tabs of one order never show two states for longer than a message takes.
  const channel = runtime.openChannel?.(`order ${locale} ${reference}`);
  channel?.addEventListener("message", ({ data }) => {
    if (!active || !isOrderView(data) || data.reference !== reference) return;
    eventsSeen += 1;
    take(data, { confirmed: false, connection: state.connection, tell: false });
  });

  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  window.addEventListener("pageshow", onPageShow);
  if (!initial.final) resumeStream();
  else startPolling();

  return {
    refresh: () => {
      // A connection keeps the rights it was opened with; a new one sees what changed.
      if (state.view.watch.stream) stream.reopen();
      poll.askNow();
    },
    dispose: () => {
      active = false;
      channel?.close();
      stream.close();
      poll.dispose();
      clearTimeout(lastReadTimer);
      clearTimeout(hiddenTimer);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("pageshow", onPageShow);
    },
  };
}

type Taking = {
  confirmed: boolean;
  connection: Connection;
  /** Whether other tabs should know; not when one of them has said it. */
  tell: boolean;
};

const isNews = (before: OrderView, after: OrderView): boolean =>
  before.phase !== after.phase || before.payment.received !== after.payment.received;

function parseView(text: string): OrderView | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isOrderView(value) ? value : undefined;
  } catch {
    // Not JSON; the caller keeps the last good state.
    return undefined;
  }
}
