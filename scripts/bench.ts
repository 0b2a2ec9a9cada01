import { writeFileSync } from "node:fs";
import { isMissed } from "./bench/budget-line";
import { countFigures } from "./bench/count-figures";
import { countedLines } from "./bench/counted-lines";
import { MINIMAL, measureFigures } from "./bench/measure-figures";
import { plotSvg } from "./bench/plot-svg";
import { report } from "./bench/report";
import { timedLines } from "./bench/timed-lines";
import { writeBetween } from "./bench/write-between";
import { buildApp } from "./build-app";

/** Builds, measures everything in one run and writes the part of the document between its marks. */
async function main(): Promise<void> {
  for (const folder of [".", "tests/bench/baseline"]) buildApp(folder);
  const measured = await measureFigures();
  const counted = await countFigures();
  const largest = Object.entries(measured.speed).map(([page, { lcpMs }]) => [page, lcpMs / 1000]);
  writeFileSync(
    "docs/images/page-scripts.svg",
    plotSvg({
      title: "Scripts of the first load in kB after gzip",
      unit: "kB",
      bars: { [MINIMAL]: counted.minimalScriptKb, ...counted.scriptKb },
      baseline: MINIMAL,
    }),
  );
  writeFileSync(
    "docs/images/largest-paint.svg",
    plotSvg({
      title: "Largest paint in seconds on a simulated phone",
      unit: "s",
      bars: Object.fromEntries(largest),
      baseline: MINIMAL,
    }),
  );
  writeBetween("docs/performance.md", "pages", report(counted, measured));
  const missed = [...countedLines(counted), ...timedLines(measured)].filter(isMissed);
  for (const { what, seen, limit } of missed) console.log(`missed: ${what}: ${seen} (${limit})`);
  process.exit(missed.length === 0 ? 0 : 1);
}

await main();
