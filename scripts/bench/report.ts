import { cpus, loadavg } from "node:os";
import { isMissed, type Line } from "./budget-line";
import type { Counted, PageName } from "./count-figures";
import { countedLines } from "./counted-lines";
import { markdownTable } from "./markdown-table";
import { type Measured, MINIMAL } from "./measure-figures";
import { timedLines } from "./timed-lines";

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`;
const seconds = (ms: number) => (ms / 1000).toFixed(2);

/** What one run has found, as the document says it. */
export function report(counted: Counted, measured: Measured): string {
  const [, , load = 0] = loadavg();
  return [
    `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), one process each,`,
    `everything on one machine; its load over the last quarter of an hour was ${load.toFixed(1)}.`,
    "Wall times differ from run to run: what counts are the ratios to the baselines of the same run.",
    "",
    weightPart(counted),
    speedPart(measured),
    qualityPart(measured),
    loadPart(measured),
    brandsPart(counted, measured),
    "## Against the budget",
    "",
    "Limits stand in `tests/bench/budget.json`. `npm run bench:check` fails when a counted one is missed.",
    "",
    linesTable("Counted", countedLines(counted)),
    "",
    linesTable("Measured", timedLines(measured)),
    "",
  ].join("\n");
}

function weightPart({ minimalScriptKb, scriptKb, htmlKb }: Counted): string {
  const pages = Object.keys(scriptKb) as PageName[];
  return [
    "## What a first visit loads",
    "",
    "![Scripts of each page beside the least that Next can be](images/page-scripts.svg)",
    "",
    markdownTable(
      ["Page", "Scripts, kB gzip", "of the minimal app's", "HTML, kB gzip"],
      [
        [MINIMAL, minimalScriptKb, "100 %", ""],
        ...pages.map((page) => [
          page,
          scriptKb[page],
          percent(scriptKb[page], minimalScriptKb),
          htmlKb[page],
        ]),
      ],
    ),
    "",
  ].join("\n");
}

function speedPart({ speed, touchMs }: Measured): string {
  return [
    "## On a simulated phone",
    "",
    "Lighthouse, mobile, simulated: medians of five visits that take turns; of layout shifts the worst.",
    "",
    "![Largest paint of each page beside the minimal app's](images/largest-paint.svg)",
    "",
    markdownTable(
      ["Page", "Performance", "First paint, s", "Largest paint, s", "Blocked, ms", "Layout shift"],
      Object.entries(speed).map(([page, { performance, fcpMs, lcpMs, tbtMs, cls }]) => [
        page,
        performance,
        seconds(fcpMs),
        seconds(lcpMs),
        tbtMs,
        cls,
      ]),
    ),
    "",
    "From a touch to the next paint, in a browser slowed down four times:",
    "",
    markdownTable(
      ["Touch", "Slowest, ms"],
      Object.entries(touchMs).map(([name, ms]) => [name, ms]),
    ),
    "",
  ].join("\n");
}

function qualityPart({ quality }: Measured): string {
  return [
    "## Accessibility, best practices and search engines",
    "",
    "Lighthouse's points. Checkout and order pages ask not to be indexed, so their last column means nothing.",
    "",
    markdownTable(
      ["Page", "Language", "Accessibility", "Best practices", "SEO", "What was missed"],
      Object.entries(quality).flatMap(([language, pages]) =>
        Object.entries(pages).map(([page, { accessibility, bestPractices, seo, missed }]) => [
          page,
          language,
          accessibility,
          bestPractices,
          seo,
          missed.join(", "),
        ]),
      ),
    ),
    "",
  ].join("\n");
}

function loadPart({ load, coldStartMs }: Measured): string {
  return [
    "## Requests per second",
    "",
    "The home page of a country, over and over, from another process; the minimal app has the same rewrite and",
    "headers in front. The last two speak TLS. Where a server spends little, the client is the limit: there the",
    "processor's time says more than the rate.",
    "",
    markdownTable(
      ["Server", "Requests per second", "of the minimal app's", "Processor, µs a request"],
      Object.entries(load).map(([name, { requestsPerSecond, processorUs }]) => [
        name,
        requestsPerSecond,
        percent(requestsPerSecond, load[MINIMAL]?.requestsPerSecond ?? Number.NaN),
        processorUs,
      ]),
    ),
    "",
    `From the start of the image's command to the first good page: ${coldStartMs} ms.`,
    "",
  ].join("\n");
}

function brandsPart({ browseHtmlKb, firstFillMs }: Counted, { viewCost }: Measured): string {
  return [
    "## What brands cost",
    "",
    "The third column is a whole cold country with upstream; the last two are our own work for each brand:",
    "from upstream's text to packed JSON, and one search in the loaded list.",
    "",
    markdownTable(
      [
        "Brands in a country",
        "HTML of browse, kB gzip",
        "First answer, ms",
        "JSON, µs a brand",
        "Search, µs a brand",
      ],
      Object.keys(browseHtmlKb).map((size) => [
        size,
        browseHtmlKb[size] ?? "",
        firstFillMs[size] ?? "",
        viewCost[size]?.catalogueUs ?? "",
        viewCost[size]?.searchUs ?? "",
      ]),
    ),
    "",
  ].join("\n");
}

function linesTable(title: string, lines: readonly Line[]): string {
  return markdownTable(
    [title, "Seen", "Promised", "Holds"],
    lines.map((line) => [
      line.what,
      line.seen,
      `${line.atLeast ? "≥" : "≤"} ${line.limit}`,
      isMissed(line) ? "**no**" : "yes",
    ]),
  );
}
