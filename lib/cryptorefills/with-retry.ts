import { setTimeout as sleep } from "node:timers/promises";
import { UpstreamError } from "./errors";

const TRIES = 3;
const FIRST_WAIT_MS = 200;

/**
 * Asks again, after a random wait that doubles. For reads only: a create is never sent twice. Who was
 * told when to come back does not come back sooner; that wait is the caller's to spend.
 */
export async function withRetry<T>(
  run: () => Promise<T>,
  random: () => number = Math.random,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= TRIES || !(error instanceof UpstreamError) || !mayAskAgain(error)) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random() / 2));
    }
  }
}

const mayAskAgain = (error: UpstreamError): boolean =>
  error.retryable && error.kind !== "timeout" && error.retryAfterSeconds === undefined;
