import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { freePort } from "@/scripts/free-port";
import { heapOf } from "../load/heap-of";
import { CROWD_LIMITS, type PlacedOrder, placeOrders } from "../load/place-orders";
import { Buyer } from "./support/buyer";
import { type RunningShop, startShop } from "./support/start-shop";

const SECONDS = 90;
const PER_SECOND = 20;
/** What may be added over the second half, when caches are full and code is compiled: 5 kB for a request would be 4.5 MB. */
const GROWTH_KB = 4 * 1024;

const FAULTS = [
  { kind: "reset" },
  { kind: "status", status: 500 },
  { kind: "status", status: 503 },
  { kind: "status", status: 404 },
  { kind: "delay", ms: 700 },
  { kind: "garbage" },
  { kind: "oversize" },
  { kind: "redirect" },
  { kind: "rate-limit", retryAfter: 1 },
  { kind: "cut" },
  { kind: "stall" },
  { kind: "drop-after-create" },
];

const sandbox = createSandbox({ stepMs: 20 });
let upstream: string;
let inspector: number;
let shop: RunningShop;
let orders: PlacedOrder[];

beforeAll(async () => {
  upstream = (await sandbox.listen(0)).url;
  inspector = await freePort(0);
  shop = await startShop({
    upstream,
    env: {
      NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
      ...CROWD_LIMITS,
      LIMIT_READ: "100000/60",
      LIMIT_PRICE: "100000/60",
      LOG_LEVEL: "warn",
    },
  });
  orders = await placeOrders(`http://localhost:${shop.port}`, upstream, 5);
});
afterAll(async () => {
  await shop?.stop();
  await sandbox.close();
});

const control = (method: string, path: string, body: object) =>
  fetch(`${upstream}/__control/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: method === "DELETE" ? null : JSON.stringify(body),
  });

/** One of the things that buyers do, by its number; whatever it brings, but an answer. */
async function visit(number: number, site: string): Promise<number> {
  const countries = ["us", "de", "fr", "tr", "br", "es"];
  const country = countries[number % countries.length] ?? "us";
  const order = orders[number % orders.length];
  const signal = AbortSignal.timeout(30_000);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(site + path, { headers, signal, redirect: "manual" });
  const ways: (() => Promise<Response>)[] = [
    () => get(`/en/${country}`),
    () => get(`/en/${country}/browse`),
    () => get(`/en/${country}/pixelforge`),
    () => get(`/api/catalog/${country.toUpperCase()}`),
    () => get("/api/price?country=US&brand=parcelport&coin=USDC&value=75"),
    () => get((order?.path ?? "").replace("/subscribe", ""), order?.headers),
    async () => {
      const reply = await get(order?.path ?? "", order?.headers);
      await wait(200);
      await reply.body?.cancel();
      return reply;
    },
  ];
  const reply = await (ways[number % ways.length] ?? ways[0])?.();
  if (!reply) return 0;
  await reply.arrayBuffer().catch(() => {});
  return reply.status;
}

test(`H5: ${SECONDS} seconds of resets, errors, delays and garbage end neither the process nor its memory`, {
  timeout: (SECONDS + 90) * 1000,
}, async () => {
  const site = `http://localhost:${shop.port}`;
  const heap = await heapOf(inspector);
  const statuses: number[] = [];
  const running: Promise<void>[] = [];
  let lost = 0;
  let half = 0;
  for (let second = 0; second < SECONDS; second += 1) {
    // A new misfortune each second, and a good one now and then.
    await control("DELETE", "faults", {});
    const fault = FAULTS[second % FAULTS.length];
    if (second % 5 !== 4) await control("POST", "faults", { endpoint: "all", ...fault });
    for (let request = 0; request < PER_SECOND; request += 1) {
      const number = second * PER_SECOND + request;
      running.push(
        visit(number, site).then(
          (status) => void statuses.push(status),
          () => {
            lost += 1;
          },
        ),
      );
      await wait(1_000 / PER_SECOND);
    }
    if (second === Math.floor(SECONDS / 2)) half = await heap.usedKb();
  }
  await control("DELETE", "faults", {});
  await Promise.all(running);
  expect(statuses.length).toBe(SECONDS * PER_SECOND);
  expect(lost).toBe(0);
  // Good and bad were both met: a run that only saw one of them would show nothing.
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(200);
  expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(20);
  expect((await heap.usedKb()) - half).toBeLessThan(GROWTH_KB);
  heap.close();
  expect(shop.output()).not.toMatch(/unhandled|uncaught|heap out of memory/i);
  await wait(5_000);
  const buyer = new Buyer(site);
  expect((await buyer.order(await buyer.cart())).status).toBe(201);
});
