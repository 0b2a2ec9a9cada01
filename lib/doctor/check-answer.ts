import type * as z from "zod";
import { ENDPOINTS } from "../cryptorefills/endpoints";
import type { Answer } from "./ask-upstream";
import { type Finding, ok, warning, wrong } from "./finding";

const SLOW_MS = 4_000;

type Rules<Schema extends z.ZodType> = {
  schema: Schema;
  /** How many entries came, and how many of them the shop can use. */
  count?: (body: unknown, parsed: z.output<Schema>) => { total: number; usable: number };
};

type Judged<Schema extends z.ZodType> = { findings: Finding[]; parsed?: z.output<Schema> };

/** What an answer of upstream says about it. Schemas forgive broken entries, so these are counted. */
export function checkAnswer<Schema extends z.ZodType>(
  answer: Answer,
  { schema, count }: Rules<Schema>,
): Judged<Schema> {
  const { endpoint } = answer;
  const ms = answer.receivedAtMs - answer.sentAtMs;
  const failed = failureOf(answer);
  if (failed || answer.kind !== "answered") return { findings: failed ? [failed] : [] };
  const result = schema.safeParse(answer.body);
  if (!result.success) {
    const path = result.error.issues[0]?.path.join(".") || "(all of it)";
    return { findings: [wrong("upstream", "upstream_shape", { endpoint, path })] };
  }
  const { total, usable } = count?.(answer.body, result.data) ?? { total: 1, usable: 1 };
  const values = { endpoint, ms, count: usable, total };
  const parsed = result.data;
  if (total > 0 && usable === 0) {
    const findings = [wrong("upstream", "upstream_shape", { endpoint, path: "(all of it)" })];
    return { findings };
  }
  if (usable < total) {
    return { findings: [warning("upstream", "upstream_partly", values)], parsed };
  }
  if (ms > SLOW_MS) return { findings: [warning("upstream", "upstream_slow", values)], parsed };
  return { findings: [ok("upstream", "upstream_ok", values)], parsed };
}

/** Why an answer cannot even be read. */
function failureOf(answer: Answer): Finding | undefined {
  const { endpoint } = answer;
  switch (answer.kind) {
    case "timeout": {
      const seconds = ENDPOINTS[endpoint].timeoutMs / 1000;
      return wrong("upstream", "upstream_timeout", { endpoint, seconds });
    }
    case "unreachable":
      return wrong("upstream", "upstream_unreachable", { endpoint, kind: answer.reason });
    default: {
      const { status } = answer;
      if (status >= 300 && status < 400)
        return wrong("upstream", "upstream_redirect", { endpoint });
      if (status > 299) return wrong("upstream", "upstream_status", { endpoint, status });
      return answer.kind === "garbled"
        ? wrong("upstream", "upstream_garbled", { endpoint })
        : undefined;
    }
  }
}
