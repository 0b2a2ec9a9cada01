import "server-only";
import { env } from "../env/server";
import { redisClient } from "./redis-client";
import { redisShelf } from "./redis-shelf";
import type { Shelf } from "./shelf";

const MB = 1024 * 1024;

const holder = globalThis as typeof globalThis & { __storefrontShelf?: Shelf };

/** The shelf of all instances; none where there is one instance, or where it may hold nothing. */
export function sharedShelf(): Shelf | undefined {
  const { REDIS_URL: url, CACHE_REDIS_MB: megabytes } = env();
  if (url === undefined || megabytes === 0) return undefined;
  holder.__storefrontShelf ??= redisShelf(redisClient(url), megabytes * MB);
  return holder.__storefrontShelf;
}
