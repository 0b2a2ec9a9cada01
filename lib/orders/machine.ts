import type { OrderView, Phase } from "../contract/order-view";

/** How far a phase is along the way that money takes. The ends of the way have no rank. */
const RANK: Partial<Record<Phase, number>> = {
  preparing: 0,
  on_hold: 1,
  awaiting_payment: 1,
  verifying: 2,
  partly_paid: 3,
  confirming: 4,
  paid: 5,
  delivering: 6,
  review: 6,
  done: 7,
};

/** What may follow an end without being asked about: nothing, but for these. */
const AFTER_END: Partial<Record<Phase, readonly Phase[]>> = {
  done: ["refunded"],
  refunded: [],
  canceled: ["refunded"],
  setup_failed: [],
};

export type Step = { view: OrderView; needsConfirm: boolean };

/**
 * The next state of a page. A step forward is taken at once; a step back, or one out of an end, only
 * when a read of upstream made after it says the same. What was done stays done, and only a refund
 * follows it, after such a read.
 */
export function nextView(
  previous: OrderView | undefined,
  incoming: OrderView,
  confirmed: boolean,
): Step {
  if (!previous || previous.phase === incoming.phase)
    return { view: incoming, needsConfirm: false };
  if (!mayFollow(previous.phase, incoming.phase)) return { view: previous, needsConfirm: false };
  if (confirmed || isForward(previous.phase, incoming.phase)) {
    return { view: incoming, needsConfirm: false };
  }
  return { view: previous, needsConfirm: true };
}

/** Whether a change is possible at all, even when upstream itself says so. */
function mayFollow(from: Phase, to: Phase): boolean {
  return AFTER_END[from]?.includes(to) ?? true;
}

function isForward(from: Phase, to: Phase): boolean {
  // Nothing is known of the order, so whatever is said of it is news.
  if (from === "unknown") return true;
  if (from in AFTER_END) return false;
  const before = RANK[from];
  const after = RANK[to];
  if (before === undefined || after === undefined) return before !== undefined && to !== "unknown";
  return after > before || (after === before && to !== "awaiting_payment");
}
