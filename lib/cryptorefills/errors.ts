import type { EndpointName } from "./endpoints";

export type UpstreamErrorKind =
  | "unreachable"
  | "timeout"
  | "refused"
  | "bad-response"
  | "not-found"
  | "rate-limited"
  | "suspended";

type Details = {
  endpoint: EndpointName;
  status?: number;
  retryAfterSeconds?: number;
  /** The parsed body of a refusal. Read by `problemsOf` alone and never shown or logged. */
  body?: unknown;
  /** The request certainly never reached upstream. */
  notSent?: boolean;
  cause?: unknown;
};

/** Everything that can go wrong with a call, in seven kinds. Its message holds nothing of the answer. */
export class UpstreamError extends Error {
  // Next bundles pages and route handlers apart, so this class exists more than once in a process, while
  // the read that failed is shared by all of them.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "UpstreamError";
  }

  readonly kind: UpstreamErrorKind;
  readonly endpoint: EndpointName;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly body: unknown;
  readonly notSent: boolean;

  constructor(kind: UpstreamErrorKind, details: Details) {
    super(`${details.endpoint}: ${kind}`, { cause: details.cause });
    this.name = "UpstreamError";
    this.kind = kind;
    this.endpoint = details.endpoint;
    this.status = details.status;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.body = details.body;
    this.notSent = details.notSent ?? false;
  }

  /** Whether asking again can help. Only reads are ever asked again. */
  get retryable(): boolean {
    return this.kind === "unreachable" || this.kind === "timeout" || (this.status ?? 0) >= 500;
  }
}
