import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryStore } from "@/lib/store/memory-store";
import { redisStore } from "@/lib/store/redis-store";
import type { Store } from "@/lib/store/store";
import { StoreError } from "@/lib/store/store-error";
import { startRedis } from "./support/redis";

let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url, { maxRetriesPerRequest: 0, commandTimeout: 500 });
  redis.on("error", () => {});
});
afterAll(async () => {
  redis.disconnect();
  await server.kill();
});

const STORES: [string, () => Store][] = [
  ["memory", () => memoryStore()],
  ["Redis", () => redisStore(redis)],
];

describe.each(STORES)("the store in %s", (_name, open) => {
  test("keeps, replaces, deletes and forgets", async () => {
    const store = open();
    expect(await store.get("a")).toBeUndefined();
    await store.set("a", "1", 60);
    await store.set("a", "2", 60);
    expect(await store.get("a")).toBe("2");
    await store.delete("a");
    expect(await store.get("a")).toBeUndefined();
    await store.set("short", "1", 0.05);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await store.get("short")).toBeUndefined();
  });

  test("gives a key to the first of many who claim it", async () => {
    const store = open();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_unused, index) => store.claim("k", String(index), 60)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    await store.delete("k");
    expect(await store.claim("k", "again", 60)).toBe(true);
  });

  test("counts every increment", async () => {
    const store = open();
    const counts = await Promise.all(Array.from({ length: 20 }, () => store.increment("n", 60)));
    expect(new Set(counts).size).toBe(20);
    expect(await store.get("n")).toBe("20");
  });

  test("gives each member of a queue to one taker, once it is due", async () => {
    const store = open();
    for (let at = 1; at <= 10; at += 1) await store.schedule("q", `m${at}`, at * 1000);
    expect(await store.takeDue("q", 999, 5)).toEqual([]);
    const taken = await Promise.all([
      store.takeDue("q", 6_000, 4),
      store.takeDue("q", 6_000, 4),
      store.takeDue("q", 6_000, 4),
    ]);
    expect(taken.flat().sort()).toEqual(["m1", "m2", "m3", "m4", "m5", "m6"]);
    expect(await store.takeDue("q", 100_000, 50)).toHaveLength(4);
  });
});

test("a Redis that is gone is a StoreError, at once", async () => {
  await server.kill();
  const store = redisStore(redis);
  const started = performance.now();
  await expect(store.get("a")).rejects.toBeInstanceOf(StoreError);
  await expect(store.claim("a", "1", 60)).rejects.toBeInstanceOf(StoreError);
  expect(performance.now() - started).toBeLessThan(2_000);
});
