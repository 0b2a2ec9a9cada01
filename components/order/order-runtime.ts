/** What the live page takes from the browser; tests hand in their own. */
export type OrderRuntime = {
  openStream: (url: string) => EventSource;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  random: () => number;
  /** Milliseconds that never run backwards, and go on while the machine sleeps where a clock does. */
  elapsed: () => number;
};

export function browserRuntime(): OrderRuntime {
  const monotonicStart = performance.now();
  const wallStart = Date.now();
  return {
    openStream: (url) => new EventSource(url),
    fetch: (url, init) => fetch(url, init),
    random: Math.random,
    elapsed: () => Math.max(performance.now() - monotonicStart, Date.now() - wallStart),
  };
}
