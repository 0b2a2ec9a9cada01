import type { Problem } from "../contract/problem";

/** Every code of our own interface with its status; docs/errors.md has a row for each. */
export const HTTP_PROBLEMS = {
  bad_request: 400,
  idempotency_key_missing: 400,
  cross_origin: 403,
  cookies_blocked: 403,
  challenge_required: 403,
  not_found: 404,
  brand_changed: 409,
  price_changed: 409,
  request_in_progress: 409,
  not_on_hold: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  idempotency_key_reused: 422,
  order_refused: 422,
  too_many_requests: 429,
  internal_error: 500,
  upstream_unavailable: 503,
  busy: 503,
  store_unavailable: 503,
  too_many_streams: 503,
  order_outcome_unknown: 504,
} as const satisfies Record<string, number>;

export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;

type Extras = {
  problems?: Problem[];
  retryAfterSeconds?: number;
  /** Added to the reply as they are: amounts that the page must show. */
  more?: Record<string, string>;
};

/** An expected refusal on its way to the caller; anything else thrown becomes `internal_error`. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly extras: Extras;

  constructor(code: HttpProblemCode, extras: Extras = {}) {
    super(code);
    this.name = "HttpProblem";
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return HTTP_PROBLEMS[this.code];
  }
}
