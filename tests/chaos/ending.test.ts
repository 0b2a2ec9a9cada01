import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { Buyer } from "./support/buyer";
import { startRedis } from "./support/redis";
import { roundRobin } from "./support/round-robin";
import { type RunningShop, startShop } from "./support/start-shop";

/** Longer than any other request has at the end, shorter than what a sent order has. */
const UPSTREAM_TAKES_MS = 7_000;

const sandbox = createSandbox({ stepMs: 20 });
let upstream: string;
let front: Awaited<ReturnType<typeof roundRobin>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
let ending: RunningShop;
let staying: RunningShop;
let buyer: Buyer;
let cart: Record<string, unknown>;

const control = async (method: string, path: string, body?: object) =>
  (
    await fetch(`${upstream}/__control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    })
  ).json();
const creations = async () =>
  ((await control("GET", "log")) as { method: string; path: string }[]).filter(
    ({ method, path }) => method === "POST" && path === "/v5/orders",
  ).length;

beforeAll(async () => {
  upstream = (await sandbox.listen(0)).url;
  redis = await startRedis();
  front = await roundRobin();
  staying = await start();
});
afterAll(async () => {
  await staying?.stop();
  await front?.close();
  await redis?.kill();
  await sandbox.close();
});
beforeEach(async () => {
  await control("POST", "reset");
  ending = await start();
  front.to([ending.port]);
  buyer = new Buyer(front.url);
  cart = await buyer.cart();
  const slow = { endpoint: "orders", kind: "delay", ms: UPSTREAM_TAKES_MS, times: 1 };
  await control("POST", "faults", slow);
});
afterEach(() => ending?.stop());

const start = () =>
  startShop({
    upstream,
    siteUrl: front.url,
    env: { REDIS_URL: redis.url, TRUST_PROXY: "1" },
  });

test("B2, D8: an order that was sent before SIGTERM reaches its buyer, and then the process is gone", async () => {
  const ordered = buyer.order(cart);
  await expect.poll(creations).toBe(1);
  const began = performance.now();
  ending.signal("SIGTERM");
  const { status, body } = await ordered;
  expect({ status, reference: typeof (body.order as Record<string, unknown>)?.reference }).toEqual({
    status: 201,
    reference: "string",
  });
  expect(await ending.ended).toEqual({ code: 0, signal: null });
  expect(performance.now() - began).toBeLessThan(UPSTREAM_TAKES_MS + 2_000);
});

test("B2, D8: an order whose buyer left is kept, and found by its key at another instance", async () => {
  const key = randomUUID();
  const gone = new AbortController();
  const left = fetch(`${ending.url}/api/orders`, {
    method: "POST",
    signal: gone.signal,
    headers: {
      ...buyer.headers(),
      origin: front.url,
      "content-type": "application/json",
      "idempotency-key": key,
      "x-forwarded-for": "127.0.0.1",
    },
    body: JSON.stringify(cart),
  }).catch(() => "left");
  await expect.poll(creations).toBe(1);
  gone.abort();
  expect(await left).toBe("left");
  await wait(100);
  ending.signal("SIGTERM");
  expect(await ending.ended).toEqual({ code: 0, signal: null });
  front.to([staying.port]);
  expect((await buyer.order(cart, key)).status).toBe(201);
  expect(await creations()).toBe(1);
});
