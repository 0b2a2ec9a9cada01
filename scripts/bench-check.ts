import { countFigures } from "./bench/count-figures";
import { budgetLines, isOver } from "./bench/over-budget";

const counted = await countFigures();
const lines = budgetLines(counted);
for (const line of lines) {
  console.log(`${isOver(line) ? "OVER" : "ok  "} ${line.what}: ${line.seen} (limit ${line.limit})`);
}
console.log(JSON.stringify(counted));
process.exit(lines.some(isOver) ? 1 : 0);
