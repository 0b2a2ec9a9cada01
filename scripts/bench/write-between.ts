import { readFileSync, writeFileSync } from "node:fs";

/** Replaces what stands in a document between `<!-- name: begin -->` and `<!-- name: end -->`. */
export function writeBetween(file: string, name: string, text: string): void {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const written = readFileSync(file, "utf8");
  const whole = written.includes(begin) ? written : `${written}\n${begin}\n${end}\n`;
  const from = whole.indexOf(begin) + begin.length;
  const to = whole.indexOf(end);
  if (to < from) throw new Error(`${file} has lost its marks`);
  writeFileSync(file, `${whole.slice(0, from)}\n${text}\n${whole.slice(to)}`);
}
