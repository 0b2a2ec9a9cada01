import type { ValidationBody } from "../contract/order-body";
import { isRecord } from "../is-record";
import { type KeyValueStore, readJson, writeJson } from "./browser-storage";

const STORE_KEY = "checkout.attempts";
const LIFETIME_MS = 24 * 60 * 60 * 1000;
const KEPT = 20;

/** How far the last attempt to order a cart content came. */
type Outcome = "open" | "unknown" | "ordered";

/** One cart content that somebody wants to order, and the key under which the server knows it. */
export type OrderAttempt = { digest: string; key: string; at: number; outcome: Outcome };

/** What decides that two orders are the same one; the price may move between two attempts. */
export type CartContent = Pick<
  ValidationBody,
  "lines" | "payment" | "email" | "coupon" | "refundAddress"
>;

/**
 * The attempt for this content. Two tabs that show the same content share it, so that both pressing
 * the button is one order; content that has been ordered gets a new key, for that is a new purchase.
 */
export function openAttempt(
  store: KeyValueStore,
  content: CartContent,
  { nowMs = Date.now(), newKey = () => crypto.randomUUID() } = {},
): OrderAttempt {
  const digest = cartDigest(content);
  const attempts = readAttempts(store, nowMs);
  const known = attempts.find((attempt) => attempt.digest === digest);
  if (known && known.outcome !== "ordered") return known;
  const fresh: OrderAttempt = { digest, key: newKey(), at: nowMs, outcome: "open" };
  const others = attempts.filter((attempt) => attempt.digest !== digest);
  writeJson(store, STORE_KEY, [fresh, ...others].slice(0, KEPT));
  return fresh;
}

export function markAttempt(
  store: KeyValueStore,
  key: string,
  outcome: Outcome,
  nowMs = Date.now(),
): void {
  const attempts = readAttempts(store, nowMs);
  writeJson(
    store,
    STORE_KEY,
    attempts.map((attempt) => (attempt.key === key ? { ...attempt, outcome } : attempt)),
  );
}

/** Only the buyer's own "start over" does this: the next attempt can become a second order. */
export function dropAttempt(store: KeyValueStore, key: string, nowMs = Date.now()): void {
  const attempts = readAttempts(store, nowMs);
  writeJson(
    store,
    STORE_KEY,
    attempts.filter((attempt) => attempt.key !== key),
  );
}

function readAttempts(store: KeyValueStore, nowMs: number): OrderAttempt[] {
  const stored = readJson(store, STORE_KEY);
  if (!Array.isArray(stored)) return [];
  return stored.filter(isAttempt).filter(({ at }) => at <= nowMs && nowMs - at < LIFETIME_MS);
}

function isAttempt(value: unknown): value is OrderAttempt {
  return (
    isRecord(value) &&
    typeof value.digest === "string" &&
    typeof value.key === "string" &&
    typeof value.at === "number" &&
    (value.outcome === "open" || value.outcome === "unknown" || value.outcome === "ordered")
  );
}

/**
 * A short fingerprint (FNV-1a, 32 bits) instead of the content itself, because the store outlives the
 * session and must keep no e-mail address or phone number. It tells contents apart and protects
 * nothing: the server compares whole bodies.
 */
export function cartDigest(content: CartContent): string {
  const text = JSON.stringify([
    content.lines.map((line) => [
      line.country,
      line.brandId,
      line.denomination ?? null,
      line.value ?? null,
      line.beneficiary,
    ]),
    [content.payment.via, content.payment.coin, content.payment.network],
    content.email,
    content.coupon ?? null,
    content.refundAddress ?? null,
  ]);
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
