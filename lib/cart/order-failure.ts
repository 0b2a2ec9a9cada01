import { CHALLENGE_NAMES, type ChallengeProvider } from "../challenge/providers";
import type { CoinAmount } from "../contract/catalog";
import type { Problem } from "../contract/problem";
import { isRecord } from "../is-record";
import { lookUp } from "../look-up";

/**
 * Why a validation or an order did not go through, sorted by what the buyer can do about it:
 * `lost` means that nobody knows whether the request arrived, so only the same key may be sent again;
 * `unknown_outcome` means that an order may exist and nothing may be sent again by itself.
 */
export type OrderFailure =
  | { kind: "problems"; problems: Problem[] }
  | { kind: "price_changed"; actual?: CoinAmount }
  | { kind: "brand_changed" }
  | { kind: "too_many_requests"; seconds: number }
  | { kind: "cookies_blocked" }
  | { kind: "cross_origin" }
  | { kind: "unknown_outcome" }
  | { kind: "in_progress" }
  | { kind: "unavailable"; seconds: number }
  | { kind: "busy"; seconds: number; detail?: string }
  | { kind: "challenge_required"; provider: ChallengeProvider; siteKey: string }
  | { kind: "refused"; detail?: string }
  | { kind: "lost" };

export type FailureReply = {
  status: number;
  /** The parsed body, or `undefined` when it was not JSON: a proxy may answer instead of the shop. */
  body: unknown;
  retryAfter: string | null;
};

const BY_CODE: Readonly<Record<string, OrderFailure>> = {
  brand_changed: { kind: "brand_changed" },
  cookies_blocked: { kind: "cookies_blocked" },
  cross_origin: { kind: "cross_origin" },
  order_outcome_unknown: { kind: "unknown_outcome" },
  // The key stands for an order whose details were different: that order may have been made.
  idempotency_key_reused: { kind: "unknown_outcome" },
  request_in_progress: { kind: "in_progress" },
};

export function toOrderFailure({ status, body, retryAfter }: FailureReply): OrderFailure {
  if (!isRecord(body) || typeof body.code !== "string") return withoutBody(status, retryAfter);
  const known = lookUp(BY_CODE, body.code);
  if (known) return known;
  if (body.code === "price_changed") return priceChanged(body.more);
  if (body.code === "challenge_required") return challengeRequired(body.more);
  if (status === 429) return { kind: "too_many_requests", seconds: waitSeconds(retryAfter, 30) };
  if (body.code === "upstream_unavailable") {
    return { kind: "unavailable", seconds: waitSeconds(retryAfter, 5) };
  }
  if (body.code === "busy" || body.code === "store_unavailable") {
    const seconds = waitSeconds(retryAfter, 60);
    return typeof body.detail === "string"
      ? { kind: "busy", seconds, detail: body.detail }
      : { kind: "busy", seconds };
  }
  const problems = Array.isArray(body.problems) ? body.problems.filter(isProblem) : [];
  if (problems.length > 0) return { kind: "problems", problems };
  if (status >= 500) return { kind: "lost" };
  return typeof body.detail === "string"
    ? { kind: "refused", detail: body.detail }
    : { kind: "refused" };
}

function withoutBody(status: number, retryAfter: string | null): OrderFailure {
  if (status === 429) return { kind: "too_many_requests", seconds: waitSeconds(retryAfter, 30) };
  return status >= 500 ? { kind: "lost" } : { kind: "refused" };
}

function priceChanged(more: unknown): OrderFailure {
  if (isRecord(more) && typeof more.actual === "string" && typeof more.coin === "string") {
    return { kind: "price_changed", actual: { amount: more.actual, coin: more.coin } };
  }
  return { kind: "price_changed" };
}

function challengeRequired(more: unknown): OrderFailure {
  if (!isRecord(more) || typeof more.siteKey !== "string") return { kind: "refused" };
  const provider = CHALLENGE_NAMES.find((name) => name === more.provider);
  return provider
    ? { kind: "challenge_required", provider, siteKey: more.siteKey }
    : { kind: "refused" };
}

/** `Retry-After` in whole seconds, from 1 s to an hour; a date or nonsense counts as the fallback. */
function waitSeconds(header: string | null, fallback: number): number {
  const seconds = /^\d{1,6}$/.test(header ?? "") ? Number(header) : fallback;
  return Math.min(Math.max(seconds, 1), 3600);
}

function isProblem(value: unknown): value is Problem {
  return (
    isRecord(value) &&
    typeof value.code === "string" &&
    typeof value.detail === "string" &&
    typeof value.scope === "string"
  );
}
