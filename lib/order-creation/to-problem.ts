import "server-only";
import type { Problem } from "../contract/problem";
import { problemInfo } from "../cryptorefills/problems";
import { fill } from "../i18n/fill";
import { listOf } from "../i18n/list-of";
import type { Locale } from "../i18n/locales";
import { loadMessages } from "../i18n/messages";
import { log } from "../log";
import { lineOf, type NamedLine } from "./line-of";
import { problemMore } from "./problem-more";
import type { RawProblem } from "./raw-problem";

type Context = { coin: string; network: string; lines: readonly NamedLine[] };

/**
 * Puts a problem into words of ours. Upstream's own text is never passed on; a code that the table does
 * not know gets a general sentence and one log line.
 */
export async function toProblem(
  raw: RawProblem,
  locale: Locale,
  context: Context,
): Promise<Problem> {
  const info = problemInfo(raw.code);
  const known = info !== undefined;
  if (!known) log.warn({ event: "unknown_problem_code", word: raw.code });
  const more = problemMore(raw, context);
  const code = raw.code.toLowerCase();
  const { problems } = await loadMessages(locale);
  const line = raw.line ?? lineOf(raw.moreDetails, context.lines);
  const field = raw.field ?? info?.field;
  return {
    code,
    scope: raw.line !== undefined ? "line" : (info?.scope ?? "order"),
    ...(line === undefined ? {} : { line }),
    ...(field === undefined ? {} : { field }),
    ...(info?.offer && { offer: info.offer }),
    detail: sentence(problems, known ? code : "unknown", more, locale),
    ...(Object.keys(more).length > 0 ? { more } : {}),
  };
}

/** A sentence with a gap is worse than a shorter one: without all its values the plain form is used. */
function sentence(
  messages: Record<string, unknown>,
  code: string,
  more: Record<string, string | string[]>,
  locale: Locale,
): string {
  const template = messages[code] ?? messages.unknown;
  if (typeof template !== "string") return code;
  const values = Object.fromEntries(
    Object.entries(more).map(([name, value]) => [
      name,
      Array.isArray(value) ? listOf(value, locale) : value,
    ]),
  );
  const filled = fill(template, values, locale);
  const plain = messages[`${code}_plain`];
  return /\{\w/.test(filled) && typeof plain === "string" ? plain : filled;
}
