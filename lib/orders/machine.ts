import type { OrderView, Phase } from "../contract/order-view";
import { isAmount, isLess } from "../payment/amount";
import { HANDLING } from "./status";

/** How far the money has come. An end without money stands where the last phase without it does. */
const RANK: Readonly<Record<Exclude<Phase, "unknown">, number>> = {
  preparing: 0,
  on_hold: 1,
  awaiting_payment: 1,
  verifying: 2,
  partly_paid: 3,
  expired: 3,
  canceled: 3,
  setup_failed: 3,
  confirming: 4,
  failed: 4,
  paid: 5,
  delivering: 6,
  review: 6,
  done: 7,
  refunded: 8,
};

/** What may follow an end at all, even when upstream itself says so; after the others, anything may. */
const AFTER_END: Partial<Record<Phase, readonly Phase[]>> = {
  done: ["refunded"],
  refunded: [],
  // Money that came nevertheless is settled by a person.
  canceled: ["review", "refunded"],
  setup_failed: ["review", "refunded"],
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
  if (!previous) return { view: incoming, needsConfirm: false };
  if (!confirmed && isMerelyOlder(previous, incoming))
    return { view: previous, needsConfirm: false };
  if (!mayFollow(previous.phase, incoming.phase)) return { view: previous, needsConfirm: false };
  if (confirmed || isForward(previous, incoming)) return { view: incoming, needsConfirm: false };
  return { view: previous, needsConfirm: true };
}

function mayFollow(from: Phase, to: Phase): boolean {
  return from === to || (AFTER_END[from]?.includes(to) ?? true);
}

function isForward(previous: OrderView, incoming: OrderView): boolean {
  const [from, to] = [previous.phase, incoming.phase];
  if (from === to) return !hasLess(previous, incoming);
  if (HANDLING[from].final || to === "unknown") return false;
  // Nothing is known of the order, so whatever is said of it is news; but it may have been paid before.
  if (from === "unknown") return !HANDLING[to].payable;
  const step = RANK[to] - RANK[from];
  return step > 0 || (step === 0 && to !== "awaiting_payment");
}

/**
 * An older word that differs in nothing but its clock would only turn the countdown back. The clocks
 * of several servers may differ, so a word with anything else new in it is never judged by its time.
 */
function isMerelyOlder(previous: OrderView, incoming: OrderView): boolean {
  return incoming.serverNow < previous.serverNow && timeless(incoming) === timeless(previous);
}

const timeless = (view: OrderView) => JSON.stringify({ ...view, serverNow: "", secondsLeft: 0 });

/** An older word of a partial payment would ask for more than is missing. */
function hasLess({ payment: before }: OrderView, { payment: after, phase }: OrderView): boolean {
  return (
    phase === "partly_paid" &&
    isAmount(before.received) &&
    isAmount(after.received) &&
    isLess(after.received, before.received)
  );
}
