import fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderView, Phase } from "@/lib/contract/order-view";
import { phases } from "@/lib/contract/order-view";
import { nextView } from "@/lib/orders/machine";
import { HANDLING } from "@/lib/orders/status";

/** The machine looks at the phase and, in a partial payment, at what has come. */
const view = (phase: Phase, received = "0") => ({ phase, payment: { received } }) as OrderView;

const step = (from: Phase, to: Phase, confirmed = false) => {
  const { view: next, needsConfirm } = nextView(view(from), view(to), confirmed);
  return { phase: next.phase, needsConfirm };
};

test.each<[Phase, Phase]>([
  ["preparing", "awaiting_payment"],
  ["awaiting_payment", "partly_paid"],
  ["partly_paid", "confirming"],
  ["confirming", "paid"],
  ["paid", "delivering"],
  ["delivering", "done"],
  ["awaiting_payment", "expired"],
  ["unknown", "paid"],
  ["awaiting_payment", "on_hold"],
  ["partly_paid", "on_hold"],
])("%s goes on to %s at once", (from, to) => {
  expect(step(from, to)).toEqual({ phase: to, needsConfirm: false });
});

test.each<[Phase, Phase]>([
  ["confirming", "awaiting_payment"],
  ["paid", "partly_paid"],
  ["expired", "paid"],
  ["expired", "awaiting_payment"],
  ["failed", "review"],
  ["done", "refunded"],
  ["unknown", "awaiting_payment"],
  ["canceled", "review"],
  ["on_hold", "awaiting_payment"],
  ["on_hold", "partly_paid"],
  ["confirming", "on_hold"],
])("%s becomes %s only when a read made after it says the same", (from, to) => {
  expect(step(from, to)).toEqual({ phase: from, needsConfirm: true });
  expect(step(from, to, true)).toEqual({ phase: to, needsConfirm: false });
});

const phase = fc.constantFrom(...phases);
const events = fc.array(fc.record({ phase, confirmed: fc.boolean() }), { maxLength: 30 });

function run(sequence: readonly { phase: Phase; confirmed: boolean }[]): Phase[] {
  let current: OrderView | undefined;
  return sequence.map(({ phase: to, confirmed }) => {
    current = nextView(current, view(to), confirmed).view;
    return current.phase;
  });
}

test("D14: in any order of events, nothing but a refund follows what is done", () => {
  fc.assert(
    fc.property(events, (sequence) => {
      const seen = run(sequence);
      const after = seen.slice(seen.indexOf("done")).filter(() => seen.includes("done"));
      expect(after.every((one) => one === "done" || one === "refunded")).toBe(true);
    }),
  );
});

test("D14: in any order of events, an end is payable again only after a confirming read", () => {
  fc.assert(
    fc.property(events, (sequence) => {
      const seen = run(sequence);
      const unconfirmed = seen.filter((current, index) => {
        const before = seen[index - 1];
        const isRevived = before && HANDLING[before].final && HANDLING[current].payable;
        return isRevived && !sequence[index]?.confirmed;
      });
      expect(unconfirmed).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("without confirming reads the money of an order never goes backwards", () => {
  const way: Phase[] = ["preparing", "awaiting_payment", "partly_paid", "confirming", "paid"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...way)), (sequence) => {
      const seen = run(sequence.map((to) => ({ phase: to, confirmed: false })));
      const ranks = seen.map((one) => way.indexOf(one));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});

test("an older word of a partial payment does not lower what has come", () => {
  const newer = view("partly_paid", "10.5");
  const older = view("partly_paid", "4");
  expect(nextView(newer, older, false)).toEqual({ view: newer, needsConfirm: true });
  expect(nextView(newer, older, true)).toEqual({ view: older, needsConfirm: false });
  expect(nextView(older, newer, false)).toEqual({ view: newer, needsConfirm: false });
});

test("a late word that differs in nothing but its clock does not turn the countdown back", () => {
  const at = (serverNow: string, secondsLeft: number, change: Partial<OrderView> = {}) =>
    ({ ...view("awaiting_payment"), serverNow, secondsLeft, ...change }) as OrderView;
  const newer = at("2026-03-01T12:20:00.000Z", 300);
  const older = at("2026-03-01T12:00:00.000Z", 1500);
  expect(nextView(newer, older, false)).toEqual({ view: newer, needsConfirm: false });
  // A read is as new as it can be, and a later word sets the countdown right.
  expect(nextView(newer, older, true).view).toBe(older);
  expect(nextView(older, newer, false).view).toBe(newer);
});

test("news from a server whose clock is behind is taken as news", () => {
  const at = (serverNow: string, phase: Phase, received: string, lines: object[] = []) =>
    ({ ...view(phase, received), serverNow, lines }) as unknown as OrderView;
  const shown = at("2026-03-01T12:00:05.000Z", "partly_paid", "4");
  for (const news of [
    at("2026-03-01T12:00:02.000Z", "partly_paid", "10.5"),
    at("2026-03-01T12:00:02.000Z", "confirming", "11.47"),
    at("2026-03-01T12:00:02.000Z", "partly_paid", "4", [{ state: "failed" }]),
  ]) {
    expect(nextView(shown, news, false)).toEqual({ view: news, needsConfirm: false });
  }
});
