import { isRecord, membersOf } from "../is-record";

/** Directives of the shop's policies. What a browser, or anybody, names besides counts as one more. */
const DIRECTIVES = new Set([
  "default-src",
  "script-src",
  "script-src-elem",
  "script-src-attr",
  "style-src",
  "style-src-elem",
  "style-src-attr",
  "img-src",
  "font-src",
  "connect-src",
  "frame-src",
  "worker-src",
  "manifest-src",
  "media-src",
  "object-src",
  "base-uri",
  "form-action",
  "frame-ancestors",
  "require-trusted-types-for",
  "trusted-types",
]);
const WORDS = new Set([
  "inline",
  "eval",
  "wasm-eval",
  "self",
  "data",
  "blob",
  "trusted-types-sink",
  "trusted-types-policy",
]);
/** More come in one delivery only from somebody who makes them up. */
const REPORTS_MAX = 20;

type CspReport = { directive: string; blocked: string };

/**
 * What may be kept of a browser's reports, in either of the two forms that browsers send: the directive,
 * and the origin or the kind of what was blocked. Pages' addresses and pieces of scripts are left out,
 * for they may hold what only the buyer may see.
 */
export function toCspReports(body: unknown): CspReport[] {
  const entries = Array.isArray(body) ? body : [body];
  return entries.slice(0, REPORTS_MAX).flatMap((entry: unknown) => {
    const { "csp-report": older, type, body: newer } = membersOf(entry);
    const report = older ?? (type === "csp-violation" ? newer : undefined);
    if (!isRecord(report)) return [];
    return [
      {
        directive: directiveOf(
          report["effective-directive"] ??
            report.effectiveDirective ??
            report["violated-directive"],
        ),
        blocked: blockedOf(report["blocked-uri"] ?? report.blockedURL),
      },
    ];
  });
}

function directiveOf(value: unknown): string {
  const [name = ""] = typeof value === "string" ? value.split(" ", 1) : [];
  return DIRECTIVES.has(name) ? name : "other";
}

function blockedOf(value: unknown): string {
  if (typeof value !== "string") return "other";
  if (WORDS.has(value)) return value;
  if (!/^https?:/i.test(value) || !URL.canParse(value)) return "other";
  return new URL(value).origin;
}
