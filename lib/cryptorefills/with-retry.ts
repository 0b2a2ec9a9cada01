import { setTimeout as sleep } from "node:timers/promises";
import { UpstreamError } from "./errors";

const TRIES = 3;
const FIRST_WAIT_MS = 200;

/** Asks again, after a random wait that doubles. For reads only: a create is never sent twice. */
export async function withRetry<T>(
  run: () => Promise<T>,
  random: () => number = Math.random,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const again = error instanceof UpstreamError && error.retryable && error.kind !== "timeout";
      if (!again || attempt >= TRIES) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random() / 2));
    }
  }
}
