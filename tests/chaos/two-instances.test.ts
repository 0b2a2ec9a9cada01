import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { Buyer } from "./support/buyer";
import { startRedis } from "./support/redis";
import { roundRobin } from "./support/round-robin";
import { type RunningShop, startShop } from "./support/start-shop";

const sandbox = createSandbox({ stepMs: 20 });
let upstream: string;
let front: Awaited<ReturnType<typeof roundRobin>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
let shops: RunningShop[] = [];

beforeAll(async () => {
  upstream = (await sandbox.listen(0)).url;
  redis = await startRedis();
  front = await roundRobin();
  const common = {
    upstream,
    siteUrl: front.url,
    env: {
      REDIS_URL: redis.url,
      TRUST_PROXY: "1",
      LIMIT_ORDERS: "1000/600",
      LIMIT_ORDERS_SESSION: "1000/600",
      LIMIT_ORDERS_EMAIL: "3/600",
      GUARD_FROM_ORDERS: "1000",
    },
  };
  shops = [await startShop(common), await startShop(common)];
  front.to(shops.map(({ port }) => port));
});
afterAll(async () => {
  await Promise.all(shops.map((shop) => shop.stop()));
  await front?.close();
  await redis?.kill();
  await sandbox.close();
});

const orders = async () =>
  (await (await fetch(`${upstream}/__control/orders`)).json()) as unknown[];
const referenceOf = (body: Record<string, unknown>) =>
  (body.order as { reference: string } | undefined)?.reference;

test("H3, B1: twenty parallel posts of one key over two instances make one order", async () => {
  const buyer = new Buyer(front.url);
  const cart = await buyer.cart("one@example.com");
  const key = randomUUID();
  const replies = await Promise.all(Array.from({ length: 20 }, () => buyer.order(cart, key)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(replies.map(({ body }) => referenceOf(body))).size).toBe(1);
  expect(await orders()).toHaveLength(1);
});

test("H3: a reference that one instance sealed opens on the other, for its own browser only", async () => {
  const buyer = new Buyer(front.url);
  const { body } = await buyer.order(await buyer.cart("two@example.com"));
  const path = `/api/orders/${referenceOf(body)}`;
  for (const { url } of shops) {
    expect((await buyer.get(path, url)).status).toBe(200);
    expect((await new Buyer(front.url).get(path, url)).status).toBe(404);
  }
});

test("H3, B9: a limit is counted over both", async () => {
  const buyer = new Buyer(front.url);
  const cart = await buyer.cart("three@example.com");
  const statuses: number[] = [];
  for (let time = 0; time < 5; time += 1) statuses.push((await buyer.order(cart)).status);
  expect(statuses).toEqual([201, 201, 201, 429, 429]);
});

test("H3: without its Redis the shop takes no orders and says so, while browsing goes on", async () => {
  const buyer = new Buyer(front.url);
  const cart = await buyer.cart("four@example.com");
  const before = (await orders()).length;
  await redis.kill();
  for (const { url } of shops) {
    for (const path of [
      "/en/us",
      "/en/us/pixelforge",
      "/en/us/streamhaus",
      "/api/catalog/US",
      "/api/payment-methods",
    ]) {
      const started = performance.now();
      expect((await buyer.get(path, url)).status, path).toBe(200);
      expect(performance.now() - started, path).toBeLessThan(3_000);
    }
  }
  for (let time = 0; time < 4; time += 1) {
    const refused = await buyer.order(cart);
    expect(refused.status).toBe(503);
    expect(refused.body.code).toBe("store_unavailable");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(await orders()).toHaveLength(before);
  for (const { url } of shops) expect((await buyer.get("/api/health/ready", url)).status).toBe(503);

  await redis.start();
  await expect
    .poll(async () => (await buyer.order(cart)).status, { timeout: 20_000, interval: 500 })
    .toBe(201);
});
