import { fill } from "../i18n/fill";
import type { Finding, Level } from "./finding";

export type DoctorWords = typeof import("@/messages/en/doctor.json");

export type ReportLine = {
  level: Level;
  check: string;
  text: string;
  /** What to do about it; absent where all is well. */
  help?: string;
};

export type Report = { summary: string; worst: Level; lines: ReportLine[] };

const ORDER: readonly Level[] = ["ok", "warning", "wrong"];

/** The findings in the words of a language. */
export function toReport(findings: readonly Finding[], words: DoctorWords, locale: string): Report {
  const helps: Readonly<Record<string, string>> = words.help;
  const lines = findings.map(({ check, level, says, values }) => {
    const help = helps[says];
    return {
      level,
      check: words.checks[check],
      text: fill(words.says[says], values, locale),
      ...(level !== "ok" && help !== undefined && { help: fill(help, values, locale) }),
    };
  });
  const count = (level: Level) => lines.filter((line) => line.level === level).length;
  const counts = { ok: count("ok"), warning: count("warning"), wrong: count("wrong") };
  const worst = ORDER.findLast((level) => counts[level] > 0) ?? "ok";
  return { summary: fill(words.summary, counts, locale), worst, lines };
}
