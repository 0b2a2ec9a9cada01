import type { ChildProcess } from "node:child_process";

const PATIENCE_MS = 90_000;

/**
 * Waits until an address of a process that has just been started answers well.
 * @param output what the process has printed, for the error's message.
 */
export async function untilAnswers(
  child: ChildProcess,
  url: string,
  output: () => string = () => "",
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`A process ended too early:\n${output()}`);
    }
    const reply = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await reply?.body?.cancel();
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${PATIENCE_MS / 1000} s:\n${output()}`);
}
