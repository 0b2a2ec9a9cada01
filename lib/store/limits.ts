import "server-only";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { LIMIT_DEFAULTS, type LimitName } from "../env/schema";
import { env } from "../env/server";
import { outsideRequest } from "../outside-request";
import { count } from "../telemetry/counters";
import { redisClient } from "./redis-client";
import { StoreError } from "./store-error";

const holder = globalThis as typeof globalThis & {
  __storefrontLimits?: Map<LimitName, RateLimiterAbstract>;
};

/** Limits that guard the partner key: without the shared count they let nobody pass. The others count alone. */
const MUST_BE_SHARED: ReadonlySet<LimitName> = new Set(
  Object.keys(LIMIT_DEFAULTS).filter((name) => name.startsWith("LIMIT_ORDERS")) as LimitName[],
);

function limiter(name: LimitName): RateLimiterAbstract {
  holder.__storefrontLimits ??= new Map();
  const known = holder.__storefrontLimits.get(name);
  if (known) return known;
  const made = makeLimiter(name);
  holder.__storefrontLimits.set(name, made);
  return made;
}

function makeLimiter(name: LimitName): RateLimiterAbstract {
  const { [name]: rate, REDIS_URL: url } = env();
  const options = { keyPrefix: name, points: rate.points, duration: rate.seconds };
  if (url === undefined) return new RateLimiterMemory(options);
  return new RateLimiterRedis({
    ...options,
    keyPrefix: `shop:${name}`,
    storeClient: redisClient(url),
    ...(MUST_BE_SHARED.has(name) ? {} : { insuranceLimiter: new RateLimiterMemory(options) }),
  });
}

/**
 * Counts one use of a limit.
 * @returns `undefined` while it holds, else the seconds after which another try makes sense.
 * @throws StoreError when the shared count cannot be reached and the limit may not be counted alone.
 */
export async function consume(name: LimitName, key: string): Promise<number | undefined> {
  try {
    // A count in memory sets a timer for each key, which lives as long as the limit's window.
    await outsideRequest(() => limiter(name).consume(key));
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
    throw unreachable(refusal);
  }
}

/**
 * Looks at a limit without counting.
 * @returns like `consume`.
 */
export async function waitFor(name: LimitName, key: string): Promise<number | undefined> {
  try {
    const used = await limiter(name).get(key);
    return used && used.consumedPoints >= env()[name].points ? secondsOf(used) : undefined;
  } catch (error) {
    throw unreachable(error);
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1000));

function unreachable(cause: unknown): StoreError {
  count("store_failures");
  return new StoreError(cause);
}
