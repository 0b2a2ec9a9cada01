import { randomBytes } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryStore } from "@/lib/store/memory-store";
import { redisShelf } from "@/lib/store/redis-shelf";
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

  test("deletes a key of one value, and none of another", async () => {
    const store = open();
    await store.set("own", "mine", 60);
    await store.deleteIf("own", "theirs");
    expect(await store.get("own")).toBe("mine");
    await store.deleteIf("own", "mine");
    expect(await store.get("own")).toBeUndefined();
    await store.deleteIf("own", "mine");
  });

  test("gives what many take at once to one of them", async () => {
    const store = open();
    await store.set("pass", "1", 60);
    const taken = await Promise.all(Array.from({ length: 20 }, () => store.take("pass")));
    expect(taken.filter((value) => value !== undefined)).toEqual(["1"]);
    expect(await store.get("pass")).toBeUndefined();
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
    const take = (atMs: number, most: number) => store.takeDue("q", atMs, most, 200_000);
    expect(await take(999, 5)).toEqual([]);
    const taken = await Promise.all([take(6_000, 4), take(6_000, 4), take(6_000, 4)]);
    expect(taken.flat().sort()).toEqual(["m1", "m2", "m3", "m4", "m5", "m6"]);
    expect(await take(100_000, 50)).toHaveLength(4);
    expect(await take(100_000, 50)).toEqual([]);
  });

  test("gives a member again that nobody unscheduled, and never one that somebody did", async () => {
    const store = open();
    for (const member of ["done", "left"]) await store.schedule("again", member, 1_000);
    expect(await store.takeDue("again", 1_000, 5, 5_000)).toHaveLength(2);
    await store.unschedule("again", "done");
    expect(await store.takeDue("again", 4_999, 5, 9_000)).toEqual([]);
    expect(await store.takeDue("again", 5_000, 5, 9_000)).toEqual(["left"]);
  });
});

describe("the shelf in Redis", () => {
  const bytes = (length: number) => randomBytes(length);

  test("gives back what was put, and the last of it", async () => {
    const shelf = redisShelf(redis, 1024 * 1024);
    const value = bytes(10_000);
    await shelf.put("a", bytes(10));
    await shelf.put("a", value);
    expect(await shelf.get("a")).toEqual(value);
    expect(await shelf.get("b")).toBeUndefined();
    expect(await redis.pttl("shop:shelf:a")).toBeGreaterThan(23 * 3_600_000);
  });

  test("never holds more than it may: the oldest give way, and limits and order keys never", async () => {
    await redis.flushall();
    await redis.set("shop:order-key", "kept");
    const shelf = redisShelf(redis, 200_000);
    for (let at = 0; at < 100; at += 1) await shelf.put(`p${at}`, bytes(9_500));
    const there = [];
    for (let at = 0; at < 100; at += 1) if (await shelf.get(`p${at}`)) there.push(at);
    expect(there).toEqual(
      Array.from({ length: there.length }, (_unused, at) => 100 - there.length + at),
    );
    expect(there.length).toBeGreaterThan(15);
    expect(there.length).toBeLessThan(21);
    expect(await redis.get("shop:order-key")).toBe("kept");
    // The kept ones, the two lists, and the order's key.
    expect(await redis.dbsize()).toBe(there.length + 3);
    expect(await redis.zcard("shop:shelf:ages")).toBe(there.length);
    expect(await redis.hlen("shop:shelf:sizes")).toBe(there.length + 1);
  });

  test("writing the same again does not count twice", async () => {
    await redis.flushall();
    const shelf = redisShelf(redis, 200_000);
    await shelf.put("other", bytes(9_500));
    for (let time = 0; time < 100; time += 1) await shelf.put("same", bytes(9_500));
    expect(await shelf.get("other")).toBeDefined();
  });

  test("what has expired no longer counts", async () => {
    await redis.flushall();
    let at = Date.now() - 25 * 3_600_000;
    const shelf = redisShelf(redis, 200_000, () => at);
    for (let time = 0; time < 10; time += 1) await shelf.put(`old${time}`, bytes(9_500));
    at = Date.now();
    await shelf.put("new", bytes(10));
    expect(await redis.zcard("shop:shelf:ages")).toBe(1);
  });
});

test("a shelf whose Redis is silent costs a reader a third of a second, once in two", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const client = new Redis((silent.address() as AddressInfo).port, "127.0.0.1", {
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
  });
  client.on("error", () => {});
  const shelf = redisShelf(client, 1000);
  const began = performance.now();
  for (let time = 0; time < 20; time += 1) expect(await shelf.get("a")).toBeUndefined();
  await shelf.put("a", Buffer.from("a"));
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(250);
  expect(took).toBeLessThan(700);
  client.disconnect();
  silent.close();
});

test("a Redis that is gone is a StoreError, at once", async () => {
  await server.kill();
  const store = redisStore(redis);
  const started = performance.now();
  await expect(store.get("a")).rejects.toBeInstanceOf(StoreError);
  await expect(store.claim("a", "1", 60)).rejects.toBeInstanceOf(StoreError);
  expect(performance.now() - started).toBeLessThan(2_000);
});
