import { log } from "../log";
import { count } from "../telemetry/counters";
import { ENDPOINTS, type EndpointName } from "./endpoints";
import { UpstreamError } from "./errors";

type Lane = (typeof ENDPOINTS)[EndpointName]["audience"] | "order";
type State = { failures: number; openUntil: number; pauseMs: number; probing: boolean };
type Breakers = { lanes: Map<Lane, State>; heldUntil: Map<string, number> };

const FAILURES_TO_OPEN = 10;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const DEFAULT_HOLD_SECONDS = 5;
/** One buyer's 429 must not close the shop for everybody for an hour. */
const LONGEST_SHOPPER_HOLD_SECONDS = 60;

const holder = globalThis as typeof globalThis & { __storefrontBreakers?: Breakers };
const all = (): Breakers => {
  holder.__storefrontBreakers ??= { lanes: new Map(), heldUntil: new Map() };
  return holder.__storefrontBreakers;
};

function stateOf(lane: Lane): State {
  const known = all().lanes.get(lane);
  if (known) return known;
  const fresh = { failures: 0, openUntil: 0, pauseMs: FIRST_PAUSE_MS, probing: false };
  all().lanes.set(lane, fresh);
  return fresh;
}

/** Who has paid gets the code whatever becomes of other calls, so reads of orders stand alone. */
const laneOf = (endpoint: EndpointName): Lane =>
  endpoint === "order" ? "order" : ENDPOINTS[endpoint].audience;

/** The partner key is what upstream counts for shared reads, so one of them speaks for all. */
const holdKey = (endpoint: EndpointName): string =>
  ENDPOINTS[endpoint].audience === "shared" ? "shared" : endpoint;

/**
 * Spares an upstream that is down or asked for a pause: calls are refused without being sent, reads that
 * buyers share apart from the calls of one buyer, and reads of orders apart from both. After the pause one
 * call is let through to find out.
 * @throws UpstreamError
 */
export async function spareUpstream<T>(
  endpoint: EndpointName,
  run: () => Promise<T>,
  now: () => number = Date.now,
): Promise<T> {
  const state = stateOf(laneOf(endpoint));
  refuseWhileHeld(endpoint, now());
  const probe = refuseWhileOpen(endpoint, state, now());
  try {
    const result = await run();
    close(state);
    return result;
  } catch (error) {
    note(endpoint, state, error, now());
    throw error;
  } finally {
    if (probe) state.probing = false;
  }
}

function refuseWhileHeld(endpoint: EndpointName, nowMs: number): void {
  const left = (all().heldUntil.get(holdKey(endpoint)) ?? 0) - nowMs;
  if (left <= 0) return;
  count("upstream_held");
  const retryAfterSeconds = Math.ceil(left / 1000);
  throw new UpstreamError("rate-limited", { endpoint, notSent: true, retryAfterSeconds });
}

/** @returns whether this call is the one that finds out. */
function refuseWhileOpen(endpoint: EndpointName, state: State, nowMs: number): boolean {
  if (state.openUntil === 0) return false;
  if (nowMs >= state.openUntil && !state.probing) {
    state.probing = true;
    return true;
  }
  const retryAfterSeconds = Math.max(1, Math.ceil((state.openUntil - nowMs) / 1000));
  throw new UpstreamError("unreachable", { endpoint, notSent: true, retryAfterSeconds });
}

function close(state: State): void {
  Object.assign(state, { failures: 0, openUntil: 0, pauseMs: FIRST_PAUSE_MS });
}

function note(endpoint: EndpointName, state: State, error: unknown, nowMs: number): void {
  if (!(error instanceof UpstreamError)) return;
  if (error.kind === "rate-limited") hold(endpoint, error.retryAfterSeconds, nowMs);
  // A refusal is an answer: upstream is there.
  if (!error.retryable) {
    close(state);
    return;
  }
  state.failures += 1;
  const wasOpen = state.openUntil !== 0;
  if (!wasOpen && state.failures < FAILURES_TO_OPEN) return;
  // Calls that were under way when it opened say nothing new.
  if (wasOpen && !state.probing) return;
  state.openUntil = nowMs + state.pauseMs;
  state.pauseMs = Math.min(LONGEST_PAUSE_MS, state.pauseMs * 2);
  if (wasOpen) return;
  count("upstream_breaker_opened");
  log.error({ event: "upstream_breaker_opened", endpoint });
}

function hold(endpoint: EndpointName, asked: number | undefined, nowMs: number): void {
  const seconds = asked ?? DEFAULT_HOLD_SECONDS;
  const most = ENDPOINTS[endpoint].audience === "shared" ? seconds : LONGEST_SHOPPER_HOLD_SECONDS;
  all().heldUntil.set(holdKey(endpoint), nowMs + Math.min(seconds, most) * 1000);
}
