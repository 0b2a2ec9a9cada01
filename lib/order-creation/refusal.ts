import "server-only";
import type { RawProblem } from "./raw-problem";
import type { ResolvedLine } from "./resolve-lines";

/** Why nothing was created. Every one of these releases the idempotency key. */
export type RawRefusal =
  | { code: "order_refused"; problems: RawProblem[]; lines: ResolvedLine[] }
  | { code: "brand_changed" }
  | { code: "price_changed"; accepted: string; actual: string; coin: string }
  | { code: "challenge_required"; provider: string; siteKey: string }
  | {
      code: "upstream_unavailable" | "too_many_requests" | "busy";
      retryAfterSeconds: number;
    };
