import { ENDPOINTS, type EndpointName, endpointPath } from "../cryptorefills/endpoints";
import { type Identity, upstreamHeaders } from "../cryptorefills/headers";
import { readBody } from "../cryptorefills/read-body";

/** Everything but what makes or follows orders: a doctor must not be able to buy anything. */
type ProbedEndpoint = Exclude<EndpointName, "createOrder" | "order" | "subscribe">;

export type Answer = {
  endpoint: ProbedEndpoint;
  sentAtMs: number;
  receivedAtMs: number;
} & (
  | { kind: "answered"; status: number; date: string | null; body: unknown }
  | { kind: "garbled"; status: number; date: string | null }
  | { kind: "timeout" }
  | { kind: "unreachable"; reason: string }
);

export type Question = {
  api: string;
  identity: Identity;
  endpoint: ProbedEndpoint;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | undefined>>;
  body?: unknown;
};

/** One call as the shop makes it, once and without parsing, so that what came back can be judged. */
export async function askUpstream(question: Question): Promise<Answer> {
  const { api, identity, endpoint, params, query, body } = question;
  const { method, timeoutMs } = ENDPOINTS[endpoint];
  const sentAtMs = Date.now();
  const at = () => ({ endpoint, sentAtMs, receivedAtMs: Date.now() });
  try {
    const reply = await fetch(`${api}${endpointPath(endpoint, params, query)}`, {
      method,
      headers: upstreamHeaders(identity),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answered = { ...at(), status: reply.status, date: reply.headers.get("date") };
    try {
      const parsed = reply.body ? await readBody(reply.body) : undefined;
      return { ...answered, kind: "answered", body: parsed };
    } catch (error) {
      if (isTimeout(error)) return { ...at(), kind: "timeout" };
      return { ...answered, kind: "garbled" };
    }
  } catch (error) {
    if (isTimeout(error)) return { ...at(), kind: "timeout" };
    return { ...at(), kind: "unreachable", reason: reasonOf(error) };
  }
}

export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && error.name === "TimeoutError";

/** The system's own code for why nothing answered, such as ECONNREFUSED. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, name } = cause as { code?: unknown; name?: unknown };
  const word = typeof code === "string" ? code : name;
  return typeof word === "string" && /^[\w-]{1,40}$/.test(word) ? word : "unknown";
}
