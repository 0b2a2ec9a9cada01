import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Redis } from "ioredis";
import { count } from "../telemetry/counters";
import { within } from "../within";
import type { Shelf } from "./shelf";

const PREFIX = "shop:shelf:";
/** What could be made again is kept a day, so that it outlives an outage of the upstream and a restart. */
const KEPT_MS = 24 * 3600_000;
const WAIT_MS = 300;
const LATE = Symbol("late");
const REST_MS = 2_000;
const LARGEST_PACKED = 2 * 1024 * 1024;
const LARGEST_UNPACKED = 16 * 1024 * 1024;
/** What Redis spends on an entry beside its bytes, by a generous estimate. */
const OVERHEAD = 400;

// Everything on the shelf is counted, and the oldest entries give way: Redis must not throw out limits
// and order keys when it is full, so what can be made again may never fill it.
const PUT = `
local entry, ages, sizes = KEYS[1], KEYS[2], KEYS[3]
local size = #ARGV[1] + #entry + ${OVERHEAD}
local before = tonumber(redis.call('HGET', sizes, entry) or '0')
redis.call('SET', entry, ARGV[1], 'PX', ${KEPT_MS})
redis.call('ZADD', ages, ARGV[2], entry)
redis.call('HSET', sizes, entry, size)
local total = redis.call('HINCRBY', sizes, '', size - before)
while true do
  local oldest = redis.call('ZRANGE', ages, 0, 0, 'WITHSCORES')
  if not oldest[1] then break end
  if total <= tonumber(ARGV[3]) and oldest[2] + ${KEPT_MS} > tonumber(ARGV[2]) then break end
  total = redis.call('HINCRBY', sizes, '', -tonumber(redis.call('HGET', sizes, oldest[1]) or '0'))
  redis.call('ZREM', ages, oldest[1])
  redis.call('HDEL', sizes, oldest[1])
  redis.call('DEL', oldest[1])
end
redis.call('PEXPIRE', ages, ${KEPT_MS})
redis.call('PEXPIRE', sizes, ${KEPT_MS})`;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * A shelf in Redis. One that is dead or slow costs a reader a third of a second, and then nobody asks it
 * for two seconds.
 */
export function redisShelf(
  redis: Redis,
  maxBytes: number,
  now: () => number = () => Date.now(),
): Shelf {
  let restUntil = 0;
  const tried = async <T>(run: () => Promise<T>): Promise<T | undefined> => {
    if (now() < restUntil) return undefined;
    try {
      const answer = await within(run(), WAIT_MS, LATE);
      if (answer !== LATE) return answer;
      throw new Error("Redis is slow");
    } catch {
      restUntil = now() + REST_MS;
      count("store_failures");
      return undefined;
    }
  };
  return {
    get: async (name) => {
      const packed = await tried(() => redis.getBuffer(PREFIX + name));
      if (!packed) return undefined;
      return unpack(packed, { maxOutputLength: LARGEST_UNPACKED }).catch(() => undefined);
    },
    put: async (name, value) => {
      if (value.length > LARGEST_UNPACKED) return;
      const packed = await pack(value, { level: 3 });
      if (packed.length > LARGEST_PACKED) return;
      const keys = [PREFIX + name, `${PREFIX}ages`, `${PREFIX}sizes`];
      await tried(() => redis.eval(PUT, keys.length, ...keys, packed, now(), maxBytes));
    },
  };
}
