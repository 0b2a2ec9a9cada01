import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { closeWhenEnding } from "@/lib/http/close-when-ending";
import { shutdown } from "@/lib/shutdown";

test("D8: once the process ends, no answer invites another request on its connection", async () => {
  const listeners: number[] = [];
  const server = createServer((_request, response) => {
    const before = response.listenerCount("close");
    closeWhenEnding(response);
    listeners.push(response.listenerCount("close") - before);
    setTimeout(() => response.end("ok"), 200);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (agent: Agent) => {
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: "127.0.0.1", agent }, resolve).on("error", reject);
    });
    reply.resume();
    return reply.headers.connection;
  };
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await ask(kept)).toBe("keep-alive");
  const underWay = ask(kept);
  const later = ask(new Agent({ keepAlive: true })).then(() => ask(new Agent({ keepAlive: true })));
  await sleep(50);
  shutdown().abort();
  expect(await underWay).toBe("close");
  expect(await later).toBe("close");
  // Node warns of more than ten, and the framework has almost as many of its own.
  expect(new Set(listeners)).toEqual(new Set([0]));
  const closed = new Promise((resolve) => server.close(resolve));
  await expect(Promise.race([closed, sleep(1_000, "still open")])).resolves.toBeUndefined();
});
