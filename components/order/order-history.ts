import type { OrderView } from "@/lib/contract/order-view";

type Moment = { at: string; state: string; paymentState: string };
type History = { moments: readonly Moment[]; address: string | undefined };

const NOTHING: History = { moments: [], address: undefined };
const MOMENTS_MAX = 30;

/** In memory alone: a reload begins anew, and nothing of it outlives the page. */
const histories = new Map<string, History>();

/** Takes down which states an order went through while this page was open. */
export function noteState({ reference, state, paymentState, serverNow, payment }: OrderView): void {
  const { moments, address } = histories.get(reference) ?? NOTHING;
  const last = moments.at(-1);
  const same = last?.state === state && last.paymentState === paymentState;
  histories.set(reference, {
    moments: same
      ? moments
      : [...moments, { at: serverNow, state, paymentState }].slice(-MOMENTS_MAX),
    // The view drops the address once it must not be paid any more; support still has to know it.
    address: payment.address ?? address,
  });
}

export function historyOf(reference: string): History {
  return histories.get(reference) ?? NOTHING;
}
