import { UpstreamError } from "../cryptorefills/errors";
import { StoreError } from "../store/store-error";
import { HttpProblem } from "./http-problem";

/** What a caller is told when a call to upstream failed: never upstream's own words. */
export function upstreamProblem(error: unknown): HttpProblem {
  if (error instanceof StoreError) {
    return new HttpProblem("store_unavailable", { retryAfterSeconds: 60 });
  }
  if (!(error instanceof UpstreamError)) return new HttpProblem("internal_error");
  if (error.kind === "not-found") return new HttpProblem("not_found");
  const retryAfterSeconds = error.retryAfterSeconds ?? 10;
  return error.kind === "rate-limited"
    ? new HttpProblem("too_many_requests", { retryAfterSeconds })
    : new HttpProblem("upstream_unavailable", { retryAfterSeconds });
}
