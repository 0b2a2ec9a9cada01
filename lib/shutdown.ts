/** A request that is still answered at the end has this long; what it waits for can be asked again. */
const PATIENCE_MS = 4_000;
/** An order that was sent cannot be asked for again. Docker Compose and Kubernetes leave 15 s here. */
const LONGEST_MS = 12_000;
/** What an answer takes from the end of its work to the wire. */
const ANSWER_MS = 500;
const LOOK_AGAIN_MS = 100;

const holder = globalThis as typeof globalThis & {
  __storefrontShutdown?: AbortController;
  __storefrontUnfinished?: Set<symbol>;
};

/** Aborts when this process was asked to end; open streams say so and close. */
export function shutdown(): AbortController {
  holder.__storefrontShutdown ??= new AbortController();
  return holder.__storefrontShutdown;
}

const unfinished = (): Set<symbol> => {
  holder.__storefrontUnfinished ??= new Set();
  return holder.__storefrontUnfinished;
};

/**
 * Keeps the process from ending before this work is done, within bounds.
 * @returns a function that says that it is done.
 */
export function holdShutdown(): () => void {
  const all = unfinished();
  const one = Symbol("unfinished");
  all.add(one);
  return () => {
    if (shutdown().signal.aborted) later(() => all.delete(one), ANSWER_MS);
    else all.delete(one);
  };
}

/**
 * Says to everybody that this process ends, and gives requests their time.
 * @param exit ends it; called once.
 * @returns a function for whoever finds that nothing is connected any more: it ends the process as soon as
 * nothing is held, for a buyer who has left does not make a sent order undone.
 */
export function endProcess(exit: () => void): () => void {
  const until = performance.now() + LONGEST_MS;
  let ending = false;
  const finish = () => {
    if (ending) return;
    ending = true;
    exit();
  };
  const whenNothingIsHeld = () => {
    const left = until - performance.now();
    if (unfinished().size === 0 || left <= 0) finish();
    else later(whenNothingIsHeld, Math.min(LOOK_AGAIN_MS, left));
  };
  shutdown().abort();
  later(whenNothingIsHeld, PATIENCE_MS);
  return whenNothingIsHeld;
}

const later = (run: () => unknown, ms: number): void => void setTimeout(run, ms).unref();
