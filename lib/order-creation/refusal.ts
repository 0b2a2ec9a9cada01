import type { Problem } from "../contract/problem";

/** Why nothing was created. Every one of these releases the idempotency key. */
export type Refusal =
  | { code: "order_refused"; problems: Problem[] }
  | { code: "brand_changed" }
  | { code: "price_changed"; accepted: string; actual: string; coin: string }
  | { code: "upstream_unavailable"; retryAfterSeconds: number }
  | { code: "too_many_requests"; retryAfterSeconds: number };
