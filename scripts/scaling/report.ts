import type { Figures } from "./measure";

export type StreamFigures = { kbPerBrowser: number; microsPerEvent: number };

/** What one visitor does, in the plan. Every number of it is a guess that an operator replaces by his own. */
const VISIT = { pages: 3, ofProxy: 0.95, orders: 0.01, watchSeconds: 600, peakOverMean: 3 };
const DAY = 86_400;
const PAGE_LIFE = 180;
const PING_SECONDS = 15;
const PLANS = [
  { visitors: 100_000, pages: 1_000 },
  { visitors: 1_000_000, pages: 3_000 },
  { visitors: 100_000_000, pages: 10_000 },
];

const whole = (value: number) => Math.round(value).toLocaleString("en");
const short = (value: number) => (value < 10 ? value.toFixed(value < 1 ? 2 : 1) : whole(value));
const row = (...cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

/** The table of what was measured, and the plan that follows from it, with every step of the arithmetic. */
export function scalingReport(one: Figures, two: Figures, streams: StreamFigures): string {
  return [...measured(one, two), "", ...costs(one, streams), "", ...plan(one, streams)].join("\n");
}

function measured(one: Figures, two: Figures): string[] {
  const line = (name: string, pick: (figures: Figures) => string) =>
    row(name, pick(one), pick(two));
  return [
    "| Measured | one instance | two |",
    "|---|---|---|",
    line("cached pages per second through nginx that keeps none", (f) => whole(f.pagesPerSecond)),
    line("processor of the shop for one, µs", (f) => whole(f.pageMicros)),
    line("the same pages kept by nginx, per second", (f) => whole(f.cachedPerSecond)),
    line("processor of nginx for one, µs", (f) => whole(f.nginxMicros)),
    line("processor to render a page, ms", (f) => short(f.renderMs)),
    line("processor of a buyer's whole way to an order, ms", (f) => short(f.orderMs)),
    line("orders that each instance made", (f) => f.ordersEach.join(" + ")),
    line("streams that each instance held", (f) => f.streamsEach.join(" + ")),
  ];
}

function costs(one: Figures, streams: StreamFigures): string[] {
  return [
    "| Cost of | processor | bytes | calls upstream |",
    "|---|---|---|---|",
    row(
      "a page from the shop's cache",
      `${whole(one.pageMicros)} µs`,
      `${short(one.pageBytes / 1000)} kB sent`,
      0,
    ),
    row(
      "a page rendered",
      `${short(one.renderMs)} ms`,
      `${short(one.pageRedisBytes / 1000)} kB of Redis for a day`,
      "at most 3 a country, 1 a brand",
    ),
    row(
      "an order, from the form to the reference",
      `${short(one.orderMs)} ms`,
      `${short(one.orderRedisBytes / 1000)} kB of Redis for at most 3 days`,
      short(one.orderUpstream),
    ),
    row(
      "an open stream",
      `${whole(streams.microsPerEvent)} µs an event`,
      `${whole(streams.kbPerBrowser)} kB of memory`,
      "one stream an order",
    ),
  ];
}

function plan(one: Figures, streams: StreamFigures): string[] {
  const heads = PLANS.map(({ visitors }) => `${whole(visitors)} visitors a day`);
  const cells = PLANS.map(({ visitors, pages }) => {
    const perSecond = (visitors / DAY) * VISIT.peakOverMean;
    const asked = perSecond * VISIT.pages;
    const reaching = asked * (1 - VISIT.ofProxy);
    const rendered = pages / PAGE_LIFE;
    const orders = perSecond * VISIT.orders;
    const open = orders * VISIT.watchSeconds;
    const serving = (reaching * one.pageMicros) / 1e6;
    const rendering = (rendered * one.renderMs) / 1e3;
    const ordering = (orders * one.orderMs) / 1e3;
    const streaming = ((open / PING_SECONDS) * streams.microsPerEvent) / 1e6;
    const cores = serving + rendering + ordering + streaming;
    return {
      asked,
      reaching,
      serving,
      rendered,
      rendering,
      orders,
      ordering,
      open,
      streaming,
      memory: (open * streams.kbPerBrowser) / 1e6,
      redis: (pages * one.pageRedisBytes + visitors * VISIT.orders * 3 * one.orderRedisBytes) / 1e6,
      cores,
      instances: Math.max(2, Math.ceil(cores / 0.5)),
      sent: (asked * one.pageBytes * 8) / 1e9,
    };
  });
  const line = (name: string, pick: (cell: (typeof cells)[number]) => number) =>
    row(name, ...cells.map((cell) => short(pick(cell))));
  return [
    row("At the peak", ...heads),
    `|---|${PLANS.map(() => "---|").join("")}`,
    line(
      `pages asked for a second = visitors ÷ 86,400 × ${VISIT.peakOverMean} × ${VISIT.pages}`,
      (c) => c.asked,
    ),
    line("what CDN or proxy send, Gbit/s = pages × bytes", (c) => c.sent),
    line(`that reach the shop = 1 − ${VISIT.ofProxy} of them`, (c) => c.reaching),
    line("cores to serve them = × µs of a cached page", (c) => c.serving),
    row("pages in use, rendered once in 180 s", ...PLANS.map(({ pages }) => whole(pages))),
    line("cores to render them = pages ÷ 180 × ms of a rendering", (c) => c.rendering),
    line(`orders a second = visitors a second × ${VISIT.orders}`, (c) => c.orders),
    line("cores to make them = × ms of an order", (c) => c.ordering),
    line(`open streams = orders a second × ${VISIT.watchSeconds} s`, (c) => c.open),
    line(`cores for their pings = streams ÷ ${PING_SECONDS} × µs of an event`, (c) => c.streaming),
    line("memory for them, GB", (c) => c.memory),
    line("Redis, MB = pages × bytes + three days of orders × bytes", (c) => c.redis),
    line("cores in all", (c) => c.cores),
    line("instances of one core, half used, at least two", (c) => c.instances),
  ];
}
