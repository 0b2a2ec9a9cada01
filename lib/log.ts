import pino from "pino";

type LogFields = {
  event: string;
  /** A URL path as a route template, never with its values. */
  route?: string;
  endpoint?: string;
  status?: number;
  kind?: string;
  /** A path inside a schema. */
  path?: string;
  code?: string;
  requestId?: string;
  shop?: string;
  ms?: number;
  count?: number;
  /** A word of upstream's own vocabulary that the shop does not know yet. */
  word?: string;
  error?: string;
  /** What a page's policy kept from running: the directive, and the origin or the kind of it. */
  directive?: string;
  blocked?: string;
};

const FIELDS = [
  "event",
  "route",
  "endpoint",
  "status",
  "kind",
  "path",
  "code",
  "requestId",
  "shop",
  "ms",
  "count",
  "word",
  "error",
  "directive",
  "blocked",
] as const satisfies readonly (keyof LogFields)[];

const level = process.env.LOG_LEVEL;
const logger = pino({
  level: level !== undefined && /^(debug|info|warn|error|silent)$/.test(level) ? level : "info",
  base: null,
});

/** Only listed fields reach the log, so that a careless caller cannot spill what a buyer typed. */
function listed(fields: LogFields): Partial<LogFields> {
  const out: Record<string, unknown> = {};
  for (const name of FIELDS) if (fields[name] !== undefined) out[name] = fields[name];
  if (out.word !== undefined)
    out.word = String(out.word)
      .replace(/[^\w-]/g, "")
      .slice(0, 60);
  return out;
}

export const log = {
  debug: (fields: LogFields) => logger.debug(listed(fields)),
  info: (fields: LogFields) => logger.info(listed(fields)),
  warn: (fields: LogFields) => logger.warn(listed(fields)),
  error: (fields: LogFields) => logger.error(listed(fields)),
};

/** What may be said of a thrown value: its class, and its code or kind. Never its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, kind } = error as { code?: unknown; kind?: unknown };
  const word = code ?? kind;
  return typeof word === "string" && /^[\w-]{1,40}$/.test(word)
    ? `${error.name}:${word}`
    : error.name;
}
