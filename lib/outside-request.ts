import { AsyncResource } from "node:async_hooks";

const holder = globalThis as typeof globalThis & { __storefrontOutside?: AsyncResource };

/**
 * Runs `work` in the asynchronous context of the process instead of the request's. Timers and sockets keep
 * the context that they were made in, and so everything that the framework remembers of a request.
 */
export function outsideRequest<Result>(work: () => Result): Result {
  holder.__storefrontOutside ??= new AsyncResource("storefront");
  return holder.__storefrontOutside.runInAsyncScope(work);
}
