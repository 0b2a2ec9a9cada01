import type { ChildProcess } from "node:child_process";

const children = new Set<ChildProcess>();
let isWatching = false;

/** A child that does not outlive this process: not its end, not an error that nobody caught, not Ctrl-C. */
export function endsWithUs<Child extends ChildProcess>(child: Child): Child {
  watch();
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  process.once("exit", () => {
    for (const child of children) child.kill("SIGKILL");
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      // Who has a way of its own to end is left to it.
      if (process.listenerCount(signal) === 0) process.exit(1);
    });
  }
}
