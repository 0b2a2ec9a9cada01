import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { describeError, log } from "../log";
import { store } from "../store/current-store";
import { within } from "../within";

/** Long enough that a buyer who comes back the next day is still not sold the same thing twice. */
const KEPT_SECONDS = 24 * 3600;
export const WAIT_MS = 40_000;
/** Longer than any attempt takes; a process that dies holds its key no longer than this. */
const LOCK_SECONDS = 150;
const LOOK_AGAIN_MS = 200;

const storedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("sent"), bodyHash: z.string() }),
  z.object({ state: z.literal("created"), bodyHash: z.string(), reference: z.string() }),
]);

/** `sent` without a later `created` means that nobody knows what became of the request. */
type Stored = z.infer<typeof storedSchema>;

export type CreationResult<Refusal> =
  | { kind: "created"; reference: string; replayed: boolean }
  | { kind: "outcome_unknown" }
  | { kind: "key_reused" }
  | { kind: "still_running" }
  | { kind: "refused"; refusal: Refusal };

/** What an attempt reports: a refusal releases the key, the other two are kept under it. */
export type AttemptResult<Refusal> =
  | { kind: "created"; reference: string }
  | { kind: "outcome_unknown" }
  | { kind: "refused"; refusal: Refusal };

type Flight = { bodyHash: string; result: Promise<CreationResult<unknown>> };
const flights = new Map<string, Flight>();

/** The same content gives the same hash, whatever the order of its keys. */
export function bodyHash(body: unknown): string {
  return digest(canonical(body));
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/**
 * Runs an attempt at most once per key. Parallel requests wait for the one that runs; later ones get
 * its stored result. The attempt calls `bind` just before it sends the order, and only from then on is
 * the key bound to this body.
 */
export async function onlyOnce<Refusal>(
  request: { shopId: string; buyer: string; key: string; hash: string; waitMs?: number },
  attempt: (bind: () => Promise<void>) => Promise<AttemptResult<Refusal>>,
): Promise<CreationResult<Refusal>> {
  const { hash } = request;
  const scoped = `order:${digest(`${request.shopId}|${request.buyer}|${request.key}`)}`;
  for (;;) {
    const flight = flights.get(scoped);
    if (!flight) break;
    const settled = await within(flight.result, request.waitMs ?? WAIT_MS, undefined);
    if (!settled) return { kind: "still_running" };
    // Another body waits only for the key to be free or bound, and then finds out for itself.
    if (flight.bodyHash === hash) return asReplay(settled as CreationResult<Refusal>);
  }
  const result = settle(scoped, { hash, waitMs: request.waitMs ?? WAIT_MS }, attempt);
  flights.set(scoped, { bodyHash: hash, result });
  try {
    return await result;
  } finally {
    flights.delete(scoped);
  }
}

async function settle<Refusal>(
  scoped: string,
  request: { hash: string; waitMs: number },
  attempt: (bind: () => Promise<void>) => Promise<AttemptResult<Refusal>>,
): Promise<CreationResult<Refusal>> {
  const { hash, waitMs } = request;
  const until = performance.now() + waitMs;
  // Another instance may be running the same attempt; whoever holds the lock is the one that runs.
  while (!(await store().claim(lockOf(scoped), "1", LOCK_SECONDS))) {
    const stored = await readStored(scoped);
    if (stored && (stored.state === "created" || stored.bodyHash !== hash)) {
      return fromStored(stored, hash);
    }
    if (performance.now() >= until) return { kind: "still_running" };
    await sleep(LOOK_AGAIN_MS);
  }
  try {
    const stored = await readStored(scoped);
    return stored ? fromStored(stored, hash) : await run(scoped, hash, attempt);
  } finally {
    await quietly(() => store().delete(lockOf(scoped)));
  }
}

async function run<Refusal>(
  scoped: string,
  hash: string,
  attempt: (bind: () => Promise<void>) => Promise<AttemptResult<Refusal>>,
): Promise<CreationResult<Refusal>> {
  let isBound = false;
  const result = await attempt(async () => {
    const sent: Stored = { state: "sent", bodyHash: hash };
    isBound = await store().claim(scoped, JSON.stringify(sent), KEPT_SECONDS);
    if (!isBound) throw new Error("The key was bound elsewhere");
  });
  // A lock can run out below a slow attempt, and then the key may be another's by now.
  if (result.kind === "refused" && isBound) await quietly(() => store().delete(scoped));
  if (result.kind !== "created") return result;
  const { reference } = result;
  const created: Stored = { state: "created", bodyHash: hash, reference };
  // The order exists: that it cannot be noted must not keep it from its buyer.
  await quietly(() => store().set(scoped, JSON.stringify(created), KEPT_SECONDS));
  return { ...result, replayed: false };
}

const lockOf = (scoped: string): string => `${scoped}:lock`;

async function quietly(run: () => Promise<void>): Promise<void> {
  await run().catch((error: unknown) =>
    log.warn({ event: "order_key_not_kept", error: describeError(error) }),
  );
}

async function readStored(scoped: string): Promise<Stored | undefined> {
  const text = await store().get(scoped);
  if (text === undefined) return undefined;
  return storedSchema.parse(JSON.parse(text));
}

function fromStored(stored: Stored, hash: string): CreationResult<never> {
  if (stored.bodyHash !== hash) return { kind: "key_reused" };
  return stored.state === "created"
    ? { kind: "created", reference: stored.reference, replayed: true }
    : { kind: "outcome_unknown" };
}

function asReplay<Refusal>(result: CreationResult<Refusal>): CreationResult<Refusal> {
  return result.kind === "created" ? { ...result, replayed: true } : result;
}
