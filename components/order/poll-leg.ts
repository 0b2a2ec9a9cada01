import type { OrderView } from "@/lib/contract/order-view";
import type { OrderRuntime } from "./order-runtime";
import { type Reading, readOrder } from "./read-order";

const ANSWER_MS_MAX = 15_000;
const PACE_SECONDS_DEFAULT = 10;
const HIDDEN_MS_MIN = 30_000;

export type PollLeg = {
  /** Begins to ask, first after `firstMs`; does nothing when it is already asking. */
  start: (firstMs: number) => void;
  stop: () => void;
  /** Asks once, now; while an answer is awaited the same one serves. */
  askNow: () => void;
  dispose: () => void;
};

type PollOptions = {
  url: string;
  runtime: OrderRuntime;
  /** Seconds between two questions; none means that nothing more needs asking. */
  paceSeconds: () => number | undefined;
  isHidden: () => boolean;
  onAsked: () => void;
  onReading: (reading: Reading) => void;
};

/** The floor below the stream: asks at a gentle, irregular pace for as long as it is wanted. */
export function createPollLeg(options: PollOptions): PollLeg {
  const { url, runtime } = options;
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let disposed = false;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), delayMs);
  }

  async function ask(): Promise<void> {
    if (disposed || asking) return;
    const mine = new AbortController();
    asking = mine;
    const limit = setTimeout(() => mine.abort(), ANSWER_MS_MAX);
    options.onAsked();
    const reading = await readOrder(url, mine.signal, runtime.fetch);
    clearTimeout(limit);
    asking = undefined;
    if (disposed) return;
    options.onReading(reading);
    const pace = nextDelayMs(options.paceSeconds(), runtime.random(), options.isHidden());
    if (!wanted || pace === undefined) return;
    const asked = reading.kind === "failed" ? reading.waitMs : undefined;
    schedule(Math.max(pace, asked ?? 0));
  }

  return {
    start: (firstMs) => {
      if (wanted || disposed) return;
      wanted = true;
      schedule(firstMs);
    },
    stop: () => {
      wanted = false;
      clearTimeout(timer);
    },
    askNow: () => {
      clearTimeout(timer);
      void ask();
    },
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      asking?.abort();
    },
  };
}

function nextDelayMs(
  pace: number | undefined,
  random: number,
  hidden: boolean,
): number | undefined {
  if (pace === undefined) return undefined;
  const seconds = Math.max(3, pace);
  const spread = seconds * 1000 * (0.75 + random / 2);
  const kept = seconds >= 5 && seconds <= 10 ? Math.min(10_000, Math.max(5_000, spread)) : spread;
  return hidden ? Math.max(HIDDEN_MS_MIN, kept) : kept;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Seconds between two reads, or nothing when no more are needed. Of an order that is over, only a code
 * that is still to come and a late payment are news, and both grow less likely with time.
 */
export function paceOf(view: OrderView, finalForMs: number): number | undefined {
  const { pollSeconds } = view.watch;
  if (!view.final) return pollSeconds ?? PACE_SECONDS_DEFAULT;
  if (pollSeconds === undefined || finalForMs > DAY_MS) return undefined;
  if (finalForMs > 30 * MINUTE_MS) return Math.max(pollSeconds, 900);
  return finalForMs > 5 * MINUTE_MS ? Math.max(pollSeconds, 60) : pollSeconds;
}
