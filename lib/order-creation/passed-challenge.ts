import "server-only";
import { describeError, log } from "../log";
import { store } from "../store/current-store";

/** A challenge that was passed is good for one order, also when its price has to be accepted anew first. */
const PASSED_SECONDS = 900;

/** What lets one order through. Whoever holds it is the only one who does. */
export type Pass = { buyer: string; untilMs: number };

const passedKey = (buyer: string): string => `guard:passed:${buyer}`;

export const newPass = (buyer: string): Pass => ({
  buyer,
  untilMs: Date.now() + PASSED_SECONDS * 1000,
});

/** The pass that an order of this buyer left over; gone for all others with it. */
export async function takePass(buyer: string): Promise<Pass | undefined> {
  const until = await store().take(passedKey(buyer));
  return until === undefined ? undefined : { buyer, untilMs: Number(until) };
}

/** For an order that was never sent. Must not fail: the buyer is asked once more at worst. */
export async function giveBack({ buyer, untilMs }: Pass): Promise<void> {
  const seconds = (untilMs - Date.now()) / 1000;
  if (seconds <= 0) return;
  await store()
    .set(passedKey(buyer), String(untilMs), seconds)
    .catch((error: unknown) => log.warn({ event: "guard_failed", error: describeError(error) }));
}
