import "server-only";
import { membersOf } from "../is-record";
import type { RawProblem } from "./raw-problem";

/** A problem that upstream has with several deliveries, once for each of them. */
export function perDelivery(problem: RawProblem): RawProblem[] {
  const details = membersOf(problem.moreDetails);
  const { deliveries } = details;
  if (!Array.isArray(deliveries) || deliveries.length < 2) return [problem];
  return deliveries.map((delivery: unknown) => ({
    ...problem,
    moreDetails: { ...details, deliveries: [delivery] },
  }));
}
