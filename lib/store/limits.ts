import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { LimitName } from "../env/schema";
import { env } from "../env/server";

const holder = globalThis as typeof globalThis & {
  __storefrontLimits?: Map<LimitName, RateLimiterMemory>;
};

function limiter(name: LimitName): RateLimiterMemory {
  holder.__storefrontLimits ??= new Map();
  const known = holder.__storefrontLimits.get(name);
  if (known) return known;
  const { points, seconds } = env()[name];
  const made = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  holder.__storefrontLimits.set(name, made);
  return made;
}

/**
 * Counts one use of a limit.
 * @returns `undefined` while it holds, else the seconds after which another try makes sense.
 */
export async function consume(name: LimitName, key: string): Promise<number | undefined> {
  try {
    await limiter(name).consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
    throw refusal;
  }
}

/**
 * Looks at a limit without counting.
 * @returns like `consume`.
 */
export async function waitFor(name: LimitName, key: string): Promise<number | undefined> {
  const used = await limiter(name).get(key);
  if (!used || used.consumedPoints < env()[name].points) return undefined;
  return Math.max(1, Math.ceil(used.msBeforeNext / 1000));
}
