import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { type Counted, countFigures } from "./bench/count-figures";
import { budgetLines, isOver } from "./bench/over-budget";
import { plotSvg } from "./bench/plot-svg";
import { writeBetween } from "./bench/write-between";

/** Builds, measures everything in one run and writes the part of the document between its marks. */
async function main(): Promise<void> {
  for (const folder of [[], ["tests/bench/baseline"]]) {
    const built = spawnSync(
      process.execPath,
      ["node_modules/next/dist/bin/next", "build", ...folder],
      {
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
    if (built.status !== 0) process.exit(built.status ?? 1);
  }
  const counted = await countFigures();
  writeFileSync("docs/images/page-scripts.svg", plotSvg(counted));
  writeBetween("docs/performance.md", "pages", report(counted));
  process.exit(budgetLines(counted).some(isOver) ? 1 : 0);
}

function report(counted: Counted): string {
  const pages = Object.keys(counted.scriptKb) as (keyof Counted["scriptKb"])[];
  const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`;
  return [
    `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), one process each, everything on one machine.`,
    "",
    "## What a first visit loads",
    "",
    "![Scripts of each page beside the least that Next can be](images/page-scripts.svg)",
    "",
    "| Page | Scripts, kB gzip | of the minimal app's | HTML, kB gzip |",
    "|---|---|---|---|",
    `| minimal Next app | ${counted.minimalScriptKb} | 100 % | |`,
    ...pages.map(
      (page) =>
        `| ${page} | ${counted.scriptKb[page]} | ${percent(counted.scriptKb[page], counted.minimalScriptKb)} | ${counted.htmlKb[page]} |`,
    ),
    "",
    "## What brands cost",
    "",
    "| Brands in a country | HTML of browse, kB gzip | first answer of a cold country, ms |",
    "|---|---|---|",
    ...Object.keys(counted.browseHtmlKb).map(
      (size) => `| ${size} | ${counted.browseHtmlKb[size]} | ${counted.firstFillMs[size]} |`,
    ),
    "",
    "## Against the budget",
    "",
    "`npm run bench:check` fails when one of these is over its limit in `tests/bench/budget.json`.",
    "",
    "| Counted | seen | limit |",
    "|---|---|---|",
    ...budgetLines(counted).map(({ what, seen, limit }) => `| ${what} | ${seen} | ${limit} |`),
    "",
  ].join("\n");
}

await main();
