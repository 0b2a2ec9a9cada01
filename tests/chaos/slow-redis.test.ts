import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttemptResult, bodyHash, onlyOnce } from "@/lib/order-creation/idempotency";
import { store } from "@/lib/store/current-store";
import { redisClient } from "@/lib/store/redis-client";
import { StoreError } from "@/lib/store/store-error";
import { setTestEnv } from "../support/test-env";
import { startRedis } from "./support/redis";

let server: Awaited<ReturnType<typeof startRedis>>;
let admin: Redis;

beforeAll(async () => {
  server = await startRedis();
  setTestEnv({ REDIS_URL: server.url });
  admin = new Redis(server.url);
  store();
  await once(redisClient(server.url), "ready");
});
afterAll(async () => {
  redisClient(server.url).disconnect();
  admin.disconnect();
  await server.kill();
});

/** Redis keeps what is written waiting; it carries it out after that. */
const pause = (ms: number) => admin.call("CLIENT", "PAUSE", String(ms), "WRITE");

test.each([
  ["the lock", 1_300, "before"],
  ["the key", 1_300, "at bind"],
  ["the key, and for giving it back", 2_600, "at bind"],
] as const)(
  "B2: a Redis that is too slow for %s keeps no order from being made by the next try",
  async (_name, ms, when) => {
    const key = randomUUID();
    const request = { shopId: "default", buyer: "b", key, hash: bodyHash({ a: 1 }), waitMs: 500 };
    let sent = 0;
    let first = true;
    const attempt = async (bind: () => Promise<void>): Promise<AttemptResult<string>> => {
      if (first && when === "at bind") await pause(ms);
      first = false;
      await bind();
      sent += 1;
      return { kind: "created", reference: "ref-1" };
    };
    if (when === "before") await pause(ms);
    await expect(onlyOnce(request, attempt)).rejects.toThrow(StoreError);
    expect(sent).toBe(0);
    await wait(1_500);
    expect(await onlyOnce(request, attempt)).toMatchObject({ kind: "created", replayed: false });
    expect(sent).toBe(1);
  },
  20_000,
);
