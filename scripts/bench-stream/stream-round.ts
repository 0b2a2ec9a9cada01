import { setTimeout as wait } from "node:timers/promises";
import type { EventTap } from "../../tests/load/event-tap";
import type { PlacedOrder } from "../../tests/load/place-orders";
import { openDescriptors, processorMs, residentKb } from "../../tests/load/resident-memory";
import { openReader, openReaders } from "../../tests/load/stream-reader";
import type { StreamPath } from "./stream-paths";

export type RoundFigures = {
  /** Resident memory while nobody is there. */
  emptyMb: number;
  p50Ms: number;
  p99Ms: number;
  /** Resident memory of one more browser. */
  kbPerBrowser: number;
  processorUsPerEvent: number;
  /** Processor time in a second in which upstream says nothing; zero unless it was asked for. */
  quietMsPerSecond: number;
  /** File descriptors of one more browser. */
  descriptorsPerBrowser: number;
  upstreamStreams: number;
  /** Streams that are still open upstream two seconds after everybody left. */
  leftOpen: number;
};

type Crowd = {
  browsersPerOrder: number;
  quietSeconds?: number;
  events?: number;
  pauseMs?: number;
};

/** A crowd of browsers on a path: what an event takes to reach them, and what they cost it. */
export async function streamRound(
  path: StreamPath,
  tap: EventTap,
  orders: readonly PlacedOrder[],
  { browsersPerOrder, quietSeconds = 0, events = 200, pauseMs = 25 }: Crowd,
): Promise<RoundFigures> {
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  const memory = () => (path.pid === undefined ? 0 : residentKb(path.pid));
  const processor = () => (path.pid === undefined ? 0 : processorMs(path.pid));
  const descriptors = () => (path.pid === undefined ? 0 : openDescriptors(path.pid));
  // What the first browser makes a process load and compile is not what one more browser costs.
  const [one] = orders;
  const first = one && (await openReader({ url: path.urlOf(one), headers: one.headers }));
  first?.close();
  await wait(1_000);
  const emptyKb = memory();
  const emptyDescriptors = descriptors();
  const readers = await openReaders(
    orders.flatMap((order) =>
      Array.from({ length: browsersPerOrder }, () => ({
        url: path.urlOf(order),
        headers: order.headers,
        onEvent: ({ event }: { event?: string | undefined }) => {
          const sent = sentAt.get(order.orderId);
          if (sent !== undefined && event === undefined) delays.push(performance.now() - sent);
        },
      })),
    ),
  );
  // Until what comes with the opening, first states and their reads, is over.
  await wait(2_000);
  const kbPerBrowser = (memory() - emptyKb) / readers.length;
  const descriptorsPerBrowser = (descriptors() - emptyDescriptors) / readers.length;
  const upstreamStreams = tap.openStreams();
  const quietFromMs = processor();
  await wait(quietSeconds * 1_000);
  const quietMsPerSecond = quietSeconds && (processor() - quietFromMs) / quietSeconds;
  const began = performance.now();
  const busyFromMs = processor();
  for (let event = 0; event < events; event += 1) {
    const { orderId } = orders[event % orders.length] as PlacedOrder;
    sentAt.set(orderId, performance.now());
    tap.emit(orderId);
    await wait(pauseMs);
  }
  await wait(500);
  const quietMs = (quietMsPerSecond * (performance.now() - began)) / 1000;
  const processorUsPerEvent = ((processor() - busyFromMs - quietMs) * 1000) / delays.length;
  for (const reader of readers) reader.close();
  await wait(2_000);
  if (delays.length < events * browsersPerOrder) {
    throw new Error(`${delays.length} events came of ${events * browsersPerOrder}`);
  }
  delays.sort((left, right) => left - right);
  const at = (share: number) => delays[Math.floor(delays.length * share)] ?? Number.NaN;
  return {
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    emptyMb: emptyKb / 1024,
    kbPerBrowser,
    processorUsPerEvent,
    quietMsPerSecond,
    descriptorsPerBrowser,
    upstreamStreams,
    leftOpen: tap.openStreams(),
  };
}
