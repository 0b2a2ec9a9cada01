import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { describeError, log } from "../log";
import { holdShutdown } from "../shutdown";
import { claimOwn } from "../store/claim-own";
import { store } from "../store/current-store";
import { within } from "../within";

/** Long enough that a buyer who comes back the next day is still not sold the same thing twice. */
const KEPT_SECONDS = 24 * 3600;
export const WAIT_MS = 40_000;
/** Longer than any attempt takes; a process that dies holds its key no longer than this. */
const LOCK_SECONDS = 150;
const LOOK_AGAIN_MS = 200;

const storedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("sent"), bodyHash: z.string(), by: z.string().optional() }),
  z.object({ state: z.literal("created"), bodyHash: z.string(), reference: z.string() }),
]);

/**
 * `sent` without a later `created` means that nobody knows what became of the request. `by` is another for
 * each attempt, so that each can tell its own.
 */
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

type Attempt<Refusal> = (bind: () => Promise<void>) => Promise<AttemptResult<Refusal>>;
/** What is done with a result once it is kept under its key; it must not fail. */
type After<Refusal> = (result: AttemptResult<Refusal>) => Promise<void>;

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
  attempt: Attempt<Refusal>,
  after: After<Refusal> = async () => {},
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
  const result = settle(scoped, { hash, waitMs: request.waitMs ?? WAIT_MS }, attempt, after);
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
  attempt: Attempt<Refusal>,
  after: After<Refusal>,
): Promise<CreationResult<Refusal>> {
  const { hash, waitMs } = request;
  const until = performance.now() + waitMs;
  // Another instance may be running the same attempt; whoever holds the lock is the one that runs.
  const mine = randomUUID();
  while (!(await claimOwn(lockOf(scoped), mine, LOCK_SECONDS))) {
    const stored = await readStored(scoped);
    if (stored && (stored.state === "created" || stored.bodyHash !== hash)) {
      return fromStored(stored, hash);
    }
    if (performance.now() >= until) return { kind: "still_running" };
    await sleep(LOOK_AGAIN_MS);
  }
  try {
    const stored = await readStored(scoped);
    return stored ? fromStored(stored, hash) : await run(scoped, hash, attempt, after);
  } finally {
    await quietly(() => store().deleteIf(lockOf(scoped), mine));
  }
}

async function run<Refusal>(
  scoped: string,
  hash: string,
  attempt: Attempt<Refusal>,
  after: After<Refusal>,
): Promise<CreationResult<Refusal>> {
  const sent: Stored = { state: "sent", bodyHash: hash, by: randomUUID() };
  const binding = JSON.stringify(sent);
  let release: (() => void) | undefined;
  try {
    const result = await attempt(async () => {
      if (!(await claimOwn(scoped, binding, KEPT_SECONDS))) {
        throw new Error("The key was bound elsewhere");
      }
      release = holdShutdown();
    });
    await keep(scoped, hash, result, release && binding);
    await after(result);
    return result.kind === "created" ? { ...result, replayed: false } : result;
  } finally {
    release?.();
  }
}

async function keep<Refusal>(
  scoped: string,
  hash: string,
  result: AttemptResult<Refusal>,
  binding: string | undefined,
): Promise<void> {
  // A lock can run out below a slow attempt, and then the key may be another's by now.
  if (result.kind === "refused" && binding !== undefined) {
    await quietly(() => store().deleteIf(scoped, binding));
  }
  if (result.kind !== "created") return;
  const { reference } = result;
  const created: Stored = { state: "created", bodyHash: hash, reference };
  // The order exists: that it cannot be noted must not keep it from its buyer.
  await quietly(() => store().set(scoped, JSON.stringify(created), KEPT_SECONDS));
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
