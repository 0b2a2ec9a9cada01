import { fill } from "../i18n/fill";
import type { DoctorWords, Report } from "./report";

const SIGNS = { ok: "✓", warning: "!", wrong: "✗" } as const;

/** A report for a terminal. */
export function reportText({ summary, lines }: Report, words: DoctorWords): string {
  const width = Math.max(...Object.values(words.checks).map(({ length }) => length));
  const rows = lines.flatMap(({ level, check, text, help }) => [
    `${SIGNS[level]} ${check.padEnd(width)}  ${text}`,
    ...(help === undefined ? [] : [`  ${" ".repeat(width)}  ${fill(words.todo, { text: help })}`]),
  ]);
  return [...rows, "", summary].join("\n");
}
