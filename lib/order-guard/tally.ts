import "server-only";
import { store } from "../store/current-store";

const HOUR_MS = 3_600_000;
const WINDOW_HOURS = 24;
const KEPT_SECONDS = (WINDOW_HOURS + 2) * 3600;

export type Tally = { created: number; paid: number };
type Kind = keyof Tally;

const bucket = (scope: string, kind: Kind, hour: number) => `guard:${kind}:${scope}:${hour}`;
const hourOf = (ms: number): number => Math.floor(ms / HOUR_MS);

/** Counts under the hour in which the order was made, so that both numbers speak of the same orders. */
export async function addToTally(scope: string, kind: Kind, createdAtMs: number): Promise<void> {
  await store().increment(bucket(scope, kind, hourOf(createdAtMs)), KEPT_SECONDS);
}

/** The orders made with a partner key over the last 24 hours, and how many of them were paid. */
export async function tally(scope: string, nowMs: number): Promise<Tally> {
  const [created, paid] = await Promise.all([
    sum(scope, "created", nowMs),
    sum(scope, "paid", nowMs),
  ]);
  return { created, paid };
}

async function sum(scope: string, kind: Kind, nowMs: number): Promise<number> {
  const last = hourOf(nowMs);
  const hours = Array.from({ length: WINDOW_HOURS }, (_unused, back) => last - back);
  const counts = await Promise.all(hours.map((hour) => store().get(bucket(scope, kind, hour))));
  return counts.reduce((total, text) => total + Number(text ?? 0), 0);
}
