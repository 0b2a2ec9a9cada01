import { WebSocket } from "undici";

type Heap = {
  /** What is still in use in kilobytes, once everything that nobody holds was thrown away. */
  usedKb(): Promise<number>;
  close(): void;
};

/** Looks into a process that was started with `--inspect=127.0.0.1:port`. */
export async function heapOf(port: number): Promise<Heap> {
  const reply = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await reply.json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? "");
  const waiting = new Map<number, (result: unknown) => void>();
  let number = 0;
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const ask = <T>(method: string) =>
    new Promise<T>((resolve) => {
      number += 1;
      waiting.set(number, resolve as (result: unknown) => void);
      socket.send(JSON.stringify({ id: number, method }));
    });
  return {
    usedKb: async () => {
      await ask("HeapProfiler.collectGarbage");
      const { usedSize } = await ask<{ usedSize: number }>("Runtime.getHeapUsage");
      return Math.round(usedSize / 1024);
    },
    close: () => socket.close(),
  };
}
