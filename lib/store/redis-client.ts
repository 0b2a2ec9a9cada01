import { Redis } from "ioredis";
import { describeError, log } from "../log";

const CONNECT_MS = 2_000;
const COMMAND_MS = 1_000;
const LONGEST_WAIT_MS = 5_000;

const holder = globalThis as typeof globalThis & { __storefrontRedis?: Redis };

/** One connection of this process. A command that Redis does not answer at once fails, and nothing queues up. */
export function redisClient(url: string): Redis {
  holder.__storefrontRedis ??= connect(url);
  return holder.__storefrontRedis;
}

function connect(url: string): Redis {
  const client = new Redis(url, {
    connectTimeout: CONNECT_MS,
    commandTimeout: COMMAND_MS,
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(LONGEST_WAIT_MS, attempt * 200),
  });
  let down = false;
  client.on("error", (error) => {
    if (!down) log.error({ event: "store_down", error: describeError(error) });
    down = true;
  });
  client.on("ready", () => {
    if (down) log.info({ event: "store_back" });
    down = false;
  });
  return client;
}
