import type { Stage } from "./use-checkout";

const FAILURES = new Set(["unknown_outcome", "in_progress"]);

/**
 * Whether an order may exist that the page knows nothing of yet: who was led to another one would make a
 * second without having been asked.
 */
export const mayExist = (stage: Stage): boolean =>
  stage.name === "review" &&
  (stage.busy || (stage.failure !== undefined && FAILURES.has(stage.failure.kind)));
