import "server-only";
import { Agent, request } from "undici";
import type * as z from "zod";
import { env } from "../env/server";
import { log } from "../log";
import { measure } from "../telemetry/metrics";
import { noteUpstreamAnswer } from "../telemetry/upstream-age";
import { spareUpstream } from "./breaker";
import { ENDPOINTS, type EndpointName, endpointPath } from "./endpoints";
import { UpstreamError } from "./errors";
import { type Identity, upstreamHeaders } from "./headers";
import { readBody } from "./read-body";
import { refusal } from "./refusal";
import { retryAfterSeconds } from "./retry-after";
import { withRetry } from "./with-retry";

const CONNECT_MS = 3_000;
/** Seconds. Somebody who has paid waits for the code, so an order is looked at again within a minute. */
const ORDER_PAUSE_MAX = 60;
/** Codes that undici gives when no byte of the request was sent. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);
const TIMEOUTS = new Set([
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const holder = globalThis as typeof globalThis & { __storefrontAgent?: Agent };

/** One pool of connections. Not Next's fetch, which would make every page that reads here dynamic. */
function agent(): Agent {
  holder.__storefrontAgent ??= new Agent({
    connect: { timeout: CONNECT_MS },
    keepAliveTimeout: 30_000,
    connections: 64,
  });
  return holder.__storefrontAgent;
}

type Call<Schema extends z.ZodType> = {
  endpoint: EndpointName;
  identity: Identity;
  schema: Schema;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | undefined>>;
  body?: unknown;
};

/**
 * Sends one call and parses its answer. Reads are retried, nothing else is.
 * @throws UpstreamError
 */
export function callUpstream<Schema extends z.ZodType>(
  call: Call<Schema>,
): Promise<z.output<Schema>> {
  const attempt = () => measured(call.endpoint, () => send(call));
  return spareUpstream(call.endpoint, () =>
    ENDPOINTS[call.endpoint].method === "GET" ? withRetry(attempt) : attempt(),
  );
}

async function measured<Answer>(
  endpoint: EndpointName,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const started = performance.now();
  let outcome = "ok";
  try {
    const answer = await send();
    noteUpstreamAnswer();
    return answer;
  } catch (error) {
    outcome = error instanceof UpstreamError ? error.kind : "unexpected";
    throw error;
  } finally {
    measure("shop_upstream_calls_total", { endpoint, outcome });
    measure("shop_upstream_seconds", { endpoint }, (performance.now() - started) / 1000);
  }
}

async function send<Schema extends z.ZodType>(call: Call<Schema>): Promise<z.output<Schema>> {
  const { endpoint } = call;
  const { method, timeoutMs } = ENDPOINTS[endpoint];
  const path = endpointPath(endpoint, call.params, call.query);
  const signal = AbortSignal.timeout(timeoutMs);
  let status: number | undefined;
  try {
    const reply = await request(`${env().API_URL}${path}`, {
      method,
      dispatcher: agent(),
      headers: upstreamHeaders(call.identity),
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    status = reply.statusCode;
    const asked = retryAfterSeconds(String(reply.headers["retry-after"] ?? ""));
    const retryAfter = asked && endpoint === "order" ? Math.min(asked, ORDER_PAUSE_MAX) : asked;
    const body = await readBody(reply.body).catch((error: unknown) => {
      if (status === undefined || status < 300) throw error;
      return undefined;
    });
    if (status < 200 || status > 299) throw refusal(endpoint, status, body, retryAfter);
    return parse(call, status, body);
  } catch (error) {
    throw error instanceof UpstreamError ? error : transportError(endpoint, status, error, signal);
  }
}

function parse<Schema extends z.ZodType>(
  call: Call<Schema>,
  status: number,
  body: unknown,
): z.output<Schema> {
  const result = call.schema.safeParse(body);
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, 3)) {
    log.warn({
      event: "upstream_schema",
      endpoint: call.endpoint,
      path: issue.path.map((part) => (typeof part === "number" ? "#" : String(part))).join("."),
    });
  }
  throw new UpstreamError("bad-response", { endpoint: call.endpoint, status });
}

function transportError(
  endpoint: EndpointName,
  status: number | undefined,
  cause: unknown,
  signal: AbortSignal,
): UpstreamError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const details = { endpoint, cause, ...(status === undefined ? {} : { status }) };
  if (signal.aborted || TIMEOUTS.has(code)) {
    return new UpstreamError("timeout", { ...details, notSent: NOT_SENT.has(code) });
  }
  if (status !== undefined) return new UpstreamError("bad-response", details);
  return new UpstreamError("unreachable", { ...details, notSent: NOT_SENT.has(code) });
}
