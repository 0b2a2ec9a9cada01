type Callback = (lock: object | null) => unknown;
type Options = { ifAvailable?: boolean; signal?: AbortSignal };

/** The Web Locks of one browser: a queue for each name, and a lock held until its callback settles. */
export function fakeLocks(): Pick<LockManager, "request"> {
  const held = new Set<string>();
  const queues = new Map<string, (() => void)[]>();
  const request = async (name: string, options: Options, run: Callback): Promise<unknown> => {
    if (held.has(name)) {
      if (options.ifAvailable) return run(null);
      await new Promise<void>((granted, refused) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, granted]);
        options.signal?.addEventListener("abort", () => {
          queues.set(name, queues.get(name)?.filter((turn) => turn !== granted) ?? []);
          refused(new DOMException("The wait was given up", "AbortError"));
        });
      });
    }
    held.add(name);
    try {
      return await run({ name });
    } finally {
      const [next, ...others] = queues.get(name) ?? [];
      queues.set(name, others);
      held.delete(name);
      next?.();
    }
  };
  return { request } as unknown as Pick<LockManager, "request">;
}
