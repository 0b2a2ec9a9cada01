import "server-only";

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** The wait before try `attempt` (from 0): 1 s doubling to 30 s, between half and all of it at random. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full / 2 + (full / 2) * random();
}
