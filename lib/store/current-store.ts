import "server-only";
import { env } from "../env/server";
import { memoryStore } from "./memory-store";
import { redisClient } from "./redis-client";
import { redisStore } from "./redis-store";
import type { Store } from "./store";

const holder = globalThis as typeof globalThis & { __storefrontStore?: Store };

export function store(): Store {
  const { REDIS_URL: url } = env();
  holder.__storefrontStore ??= url === undefined ? memoryStore() : redisStore(redisClient(url));
  return holder.__storefrontStore;
}
