import type { Redis } from "ioredis";
import { count } from "../telemetry/counters";
import type { Store } from "./store";
import { StoreError } from "./store-error";

const PREFIX = "shop:";
/** A queue outlives its last member, so that one nobody takes from cannot stay for ever. */
const QUEUE_SECONDS = 3 * 24 * 3600;

const TAKE_DUE = `
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(due) do redis.call('ZADD', KEYS[1], ARGV[3], member) end
return due`;

const DELETE_IF = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** GETDEL is younger than the Redis that some systems come with. */
const TAKE = `
local value = redis.call('GET', KEYS[1])
if value then redis.call('DEL', KEYS[1]) end
return value`;

/** State that all instances share. Everything that Redis does not do is a StoreError. */
export function redisStore(redis: Redis): Store {
  const key = (name: string) => PREFIX + name;
  return {
    get: (name) => tried(async () => (await redis.get(key(name))) ?? undefined),
    set: (name, value, ttlSeconds) =>
      tried(async () => {
        await redis.set(key(name), value, "PX", Math.ceil(ttlSeconds * 1000));
      }),
    delete: (name) =>
      tried(async () => {
        await redis.del(key(name));
      }),
    deleteIf: (name, value) =>
      tried(async () => {
        await redis.eval(DELETE_IF, 1, key(name), value);
      }),
    take: (name) =>
      tried(async () => {
        const value: unknown = await redis.eval(TAKE, 1, key(name));
        return typeof value === "string" ? value : undefined;
      }),
    claim: (name, value, ttlSeconds) =>
      tried(
        async () =>
          (await redis.set(key(name), value, "PX", Math.ceil(ttlSeconds * 1000), "NX")) === "OK",
      ),
    increment: (name, ttlSeconds) =>
      tried(async () => {
        const [next] = await Promise.all([
          redis.incr(key(name)),
          redis.expire(key(name), Math.ceil(ttlSeconds)),
        ]);
        return next;
      }),
    schedule: (queue, member, dueMs) =>
      tried(async () => {
        await Promise.all([
          redis.zadd(key(queue), dueMs, member),
          redis.expire(key(queue), QUEUE_SECONDS),
        ]);
      }),
    takeDue: (queue, nowMs, most, againMs) =>
      tried(async () => {
        const due: unknown = await redis.eval(TAKE_DUE, 1, key(queue), nowMs, most, againMs);
        return Array.isArray(due) ? due.map(String) : [];
      }),
    unschedule: (queue, member) =>
      tried(async () => {
        await redis.zrem(key(queue), member);
      }),
  };
}

async function tried<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    count("store_failures");
    throw new StoreError(error);
  }
}
