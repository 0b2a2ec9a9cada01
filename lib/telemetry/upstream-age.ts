const holder = globalThis as typeof globalThis & { __storefrontAnsweredMs?: number };

/** Upstream has just given an answer that could be read. */
export function noteUpstreamAnswer(nowMs = Date.now()): void {
  holder.__storefrontAnsweredMs = nowMs;
}

/** Seconds since the last one; `undefined` before the first. */
export function upstreamAgeSeconds(nowMs = Date.now()): number | undefined {
  const { __storefrontAnsweredMs: answeredMs } = holder;
  return answeredMs === undefined ? undefined : Math.max(0, (nowMs - answeredMs) / 1000);
}
