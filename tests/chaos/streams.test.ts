import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { freePort } from "@/scripts/free-port";
import { type EventTap, startEventTap } from "../load/event-tap";
import { heapOf } from "../load/heap-of";
import { CROWD_LIMITS, type PlacedOrder, placeOrders } from "../load/place-orders";
import { residentKb } from "../load/resident-memory";
import { startNginx } from "../load/start-nginx";
import { openReader, openReaders } from "../load/stream-reader";
import { type RunningShop, startShop } from "./support/start-shop";

const ORDERS = 50;
const BROWSERS_PER_ORDER = 20;
const ROUNDS = 10;
/** Events, of three kilobytes each. */
const FLOOD = 20_000;
const TOKEN = "metrics-token-of-this-test";

const sandbox = createSandbox();
let tap: EventTap;
let inspector: number;
let shop: RunningShop;
let orders: PlacedOrder[] = [];

const start = () =>
  startShop({
    upstream: tap.url,
    env: {
      NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
      ...CROWD_LIMITS,
      METRICS_TOKEN: TOKEN,
    },
  });

const site = () => `http://localhost:${shop.port}`;

async function untilNone(withinMs: number): Promise<number> {
  const deadline = Date.now() + withinMs;
  while (tap.openStreams() > 0 && Date.now() < deadline) await wait(20);
  return tap.openStreams();
}

async function browsersThatWatch(): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const text = await (await fetch(`${site()}/api/metrics`, { headers })).text();
  return Number(/^shop_streams_open (\d+)/m.exec(text)?.[1]);
}

const crowd = () =>
  openReaders(
    orders.flatMap(({ path, headers }) =>
      Array.from({ length: BROWSERS_PER_ORDER }, () => ({ url: site() + path, headers })),
    ),
  );

beforeAll(async () => {
  inspector = await freePort(0);
  tap = await startEventTap((await sandbox.listen(0)).url);
  shop = await start();
  orders = await placeOrders(site(), tap.url, ORDERS);
});
afterAll(async () => {
  await shop?.stop();
  await tap?.close();
  await sandbox.close();
});

test("D1: of a thousand browsers that leave, no stream is left upstream, ten times over, in the same memory", async () => {
  const heap = await heapOf(inspector);
  const usedKbs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const readers = await crowd();
    await expect.poll(() => tap.openStreams()).toBe(ORDERS);
    // In every other round upstream has something to say while they leave.
    if (round % 2 === 0) for (const { orderId } of orders) tap.emit(orderId);
    for (const reader of readers) reader.close();
    expect(await untilNone(2_000)).toBe(0);
    await wait(500);
    usedKbs.push(await heap.usedKb());
  }
  heap.close();
  // The first rounds fill caches and compile; a leak of one kilobyte for each stream is 10 MB later.
  const [, early = 0] = usedKbs;
  expect(usedKbs.at(-1)).toBeLessThan(early + 4 * 1024);
}, 240_000);

test("D10: a browser that stops reading is let go, and costs no memory", async () => {
  const [order] = orders;
  if (!order) throw new Error("no order was placed");
  const wish = { url: site() + order.path, headers: order.headers };
  let heard = 0;
  const other = await openReader({
    ...wish,
    onEvent: () => {
      heard += 1;
    },
  });
  const flood = async () => {
    const goal = heard + FLOOD;
    for (let sent = 0; sent < FLOOD; sent += 20) {
      for (let some = 0; some < 20; some += 1) tap.emit(order.orderId);
      await wait(5);
    }
    await expect.poll(() => heard, { timeout: 30_000 }).toBeGreaterThanOrEqual(goal);
  };
  await expect.poll(() => heard).toBeGreaterThan(0);
  await flood();
  const before = residentKb(shop.pid);
  const slow = await openReader(wish);
  slow.pause();
  expect(await browsersThatWatch()).toBe(2);
  await flood();
  expect(await browsersThatWatch()).toBe(1);
  expect(residentKb(shop.pid) - before).toBeLessThan(10 * 1024);
  other.close();
  slow.close();
}, 240_000);

test("D3, D4: a proxy that buffers, compresses and cuts the silent does neither to a stream", async () => {
  const [order] = orders;
  if (!order) throw new Error("no order was placed");
  const nginx = await startNginx({
    target: site(),
    location: "proxy_read_timeout 20s;",
    http: "gzip on;",
  });
  const events: { name: string | undefined; atMs: number }[] = [];
  const began = performance.now();
  try {
    const reader = await openReader({
      url: nginx.url + order.path,
      headers: { ...order.headers, "accept-encoding": "gzip, br" },
      onEvent: ({ event }) => events.push({ name: event, atMs: performance.now() - began }),
    });
    await expect.poll(() => events.length).toBeGreaterThan(0);
    expect(events[0]?.atMs).toBeLessThan(250);
    expect(reader.headers["content-encoding"]).toBeUndefined();
    // Upstream says nothing for longer than the proxy waits.
    await wait(25_000);
    expect(reader.state).toBe("open");
    expect(events.at(-1)?.name).toBe("ping");
    tap.emit(order.orderId);
    await expect.poll(() => events.at(-1)?.name).toBeUndefined();
    reader.close();
  } finally {
    await nginx.stop();
  }
}, 60_000);

test("D8: on SIGTERM every stream hears of it, and the process is gone within two seconds", async () => {
  const said: (string | undefined)[][] = [];
  const readers = await openReaders(
    orders.slice(0, 20).map(({ path, headers }) => {
      const names: (string | undefined)[] = [];
      said.push(names);
      return { url: site() + path, headers, onEvent: ({ event }) => void names.push(event) };
    }),
  );
  const began = performance.now();
  shop.signal("SIGTERM");
  const { code, signal } = await shop.ended;
  expect(performance.now() - began).toBeLessThan(2_000);
  expect({ code, signal }).toEqual({ code: 0, signal: null });
  for (const names of said) expect(names.at(-1)).toBe("shutdown");
  expect(readers.map(({ state }) => state)).toEqual(readers.map(() => "ended"));
  expect(await untilNone(1_000)).toBe(0);
}, 60_000);
