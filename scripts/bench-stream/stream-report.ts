import { median } from "../bench/median";
import type { RoundFigures } from "./stream-round";

export type Rounds = Readonly<Record<string, readonly RoundFigures[]>>;

const ADDED_P99_MS = 5;
export const OF_NAIVE_MEMORY = 0.75;

export const medianOf = (rounds: readonly RoundFigures[], figure: keyof RoundFigures): number =>
  median(rounds.map((round) => round[figure]));

/** What an event takes longer than without anything between, as the median over the rounds. */
function added(rounds: Rounds, name: string, figure: "p50Ms" | "p99Ms"): number {
  return medianOf(
    (rounds[name] ?? []).map((round, at) => ({
      ...round,
      [figure]: round[figure] - (rounds.direct?.[at]?.[figure] ?? Number.NaN),
    })),
    figure,
  );
}

/** The promises that a run has broken, in words. */
export function overStreamBudget(rounds: Rounds, orders: number): string[] {
  const shop = rounds["this shop"] ?? [];
  const late = added(rounds, "this shop", "p99Ms");
  const memory =
    medianOf(shop, "kbPerBrowser") / medianOf(rounds["Next, naive"] ?? [], "kbPerBrowser");
  return [
    ...(late < ADDED_P99_MS ? [] : [`p99 adds ${late.toFixed(1)} ms, over ${ADDED_P99_MS}`]),
    ...(memory <= OF_NAIVE_MEMORY
      ? []
      : [
          `a browser costs ${memory.toFixed(2)} of the naive proxy's memory, over ${OF_NAIVE_MEMORY}`,
        ]),
    ...(shop.every(({ leftOpen }) => leftOpen === 0) ? [] : ["streams were left open upstream"]),
    ...(shop.every(({ upstreamStreams }) => upstreamStreams === orders)
      ? []
      : ["upstream has another number of streams than there are orders"]),
  ];
}

export function streamReport(rounds: Rounds, orders: number): string {
  const count = Math.max(...Object.values(rounds).map(({ length }) => length));
  const number = (value: number, digits: number) => value.toFixed(digits);
  const row = (name: string, all: readonly RoundFigures[]) => {
    const isDirect = name === "direct";
    return [
      name,
      `${number(medianOf(all, "p50Ms"), 2)} / ${number(medianOf(all, "p99Ms"), 2)}`,
      isDirect
        ? "–"
        : `${number(added(rounds, name, "p50Ms"), 2)} / ${number(added(rounds, name, "p99Ms"), 2)}`,
      isDirect ? "–" : number(medianOf(all, "kbPerBrowser"), 0),
      isDirect ? "–" : number(medianOf(all, "processorUsPerEvent"), 0),
      medianOf(all, "upstreamStreams"),
      Math.max(...all.map(({ leftOpen }) => leftOpen)),
    ].join(" | ");
  };
  return [
    "## Streams",
    "",
    `${orders * 10} browsers watch ${orders} orders, ten each. \`npm run bench:stream\` measures every path in one run, ${count} rounds,`,
    "a fresh process each time; figures are medians of the rounds, of left streams the worst.",
    "",
    "![Memory of a browser on each path, and what the promise allows](images/stream-memory.svg)",
    "",
    "| Path | an event takes, p50 / p99 ms | added to direct, p50 / p99 ms | memory a browser, kB | processor an event, µs | streams upstream | left after 2 s |",
    "|---|---|---|---|---|---|---|",
    ...Object.entries(rounds).map(([name, all]) => `| ${row(name, all)} |`),
  ].join("\n");
}
