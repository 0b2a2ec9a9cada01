const holder = globalThis as typeof globalThis & { __storefrontShutdown?: AbortController };

/** Aborts when this process was asked to end; open streams say so and close. */
export function shutdown(): AbortController {
  holder.__storefrontShutdown ??= new AbortController();
  return holder.__storefrontShutdown;
}
