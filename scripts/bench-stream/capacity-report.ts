import type { RoundFigures } from "./stream-round";

/** How long a payment may take, and how often upstream has something to say meanwhile. */
const OPEN_MINUTES = 30;
const EVENTS_OF_ORDER = 8;
/** The container's limit in the shipped recipes, of which a fifth stays free. */
const MEMORY_MB = 768;
const MEMORY_SHARE = 0.8;
const DESCRIPTORS = 65_536;
/** Linux gives out 32768 to 60999 for connections to one address. */
const PORTS = 28_232;
/** Of one core, so that pages and checkouts have theirs. */
const PROCESSOR_SHARE = 0.5;

/**
 * What 10,000 and 100,000 open orders need, counted from a run in which every order had one browser.
 * @param sharedUs what an event takes where ten browsers share an order. It can take no less alone; where it
 *   seems to, it went under in what the process did besides.
 */
export function capacityReport(alone: RoundFigures, sharedUs: number): string {
  const eventUs = Math.max(alone.processorUsPerEvent, sharedUs);
  const { emptyMb, kbPerBrowser: kb, upstreamStreams: orders } = alone;
  const eventsPerSecond = EVENTS_OF_ORDER / (OPEN_MINUTES * 60);
  const quietUs = (alone.quietMsPerSecond * 1000) / orders;
  const busyUs = eventsPerSecond * eventUs;
  const limits = {
    memory: (MEMORY_MB * MEMORY_SHARE - emptyMb) / (kb / 1024),
    descriptors: DESCRIPTORS / alone.descriptorsPerBrowser,
    "upstream connections": PORTS,
    processor: (PROCESSOR_SHARE * 1_000_000) / (quietUs + busyUs),
  };
  const [tightest = "", most = 0] =
    Object.entries(limits).sort(([, left], [, right]) => left - right)[0] ?? [];
  const held = Math.floor(most / 500) * 500;
  const whole = (value: number) => Math.round(value).toLocaleString("en");
  const row = (name: string, of: (open: number) => string) =>
    `| ${name} | ${of(10_000)} | ${of(100_000)} |`;
  return [
    "### What more open orders need",
    "",
    `Measured in the same run with ${whole(orders)} browsers, each on an order of its own, the dearest case: an empty process takes`,
    `${emptyMb.toFixed(0)} MB, an order with its browser ${kb.toFixed(0)} kB and ${alone.descriptorsPerBrowser.toFixed(1)} descriptors; in a quiet second (pings, and a read of each order`,
    `every 42 s) all together take ${alone.quietMsPerSecond.toFixed(1)} ms of processor, ${quietUs.toFixed(0)} µs an order; an event takes ${eventUs.toFixed(0)} µs. An order is`,
    `taken to stay open for ${OPEN_MINUTES} minutes and to see ${EVENTS_OF_ORDER} events, so ${(eventsPerSecond * 1000).toFixed(1)} events a second for 1,000 orders.`,
    "",
    "| Open orders | 10,000 | 100,000 |",
    "|---|---|---|",
    row("memory for orders, orders × kB", (open) => `${whole((open * kb) / 1024)} MB`),
    row(
      "processor, orders × (quiet + events × cost)",
      (open) =>
        `${whole(open)} × (${quietUs.toFixed(1)} + ${busyUs.toFixed(1)} µs) = ${((open * (quietUs + busyUs)) / 1_000_000).toFixed(2)} cores`,
    ),
    row("file descriptors", (open) => whole(open * alone.descriptorsPerBrowser)),
    row("upstream connections", (open) => whole(open)),
    row("upstream reads a second, orders ÷ 42", (open) => whole(open / 42)),
    row(`processes of ${whole(held)}, and one to spare`, (open) => {
      const count = Math.ceil(open / held);
      return `${count} + 1, each ${MEMORY_MB} MB`;
    }),
    "",
    `One process holds ${whole(held)}. ${Object.entries(limits)
      .map(([name, limit]) => `${whole(limit)} by ${name}`)
      .join(", ")}:`,
    `the least, ${tightest}, decides, and is what \`STREAMS_MAX\` is to be set to. Memory: ${MEMORY_MB} MB, ${MEMORY_SHARE * 100} % of it used, less the empty`,
    `process. Descriptors: ${whole(DESCRIPTORS)}. Connections: what Linux gives out towards one address. Processor: half a core.`,
    "Browsers that share an order cost no upstream connection more. Upstream was reached here without TLS, which adds its own",
    "memory to each connection, and on the same machine.",
  ].join("\n");
}
