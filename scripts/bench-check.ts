import { isMissed } from "./bench/budget-line";
import { countFigures } from "./bench/count-figures";
import { countedLines } from "./bench/counted-lines";

const counted = await countFigures();
const lines = countedLines(counted);
for (const line of lines) {
  console.log(
    `${isMissed(line) ? "OVER" : "ok  "} ${line.what}: ${line.seen} (limit ${line.limit})`,
  );
}
console.log(JSON.stringify(counted));
process.exit(lines.some(isMissed) ? 1 : 0);
