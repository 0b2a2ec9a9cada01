import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { freePort } from "@/scripts/free-port";
import { type EventTap, startEventTap } from "../load/event-tap";
import { heapOf } from "../load/heap-of";
import { CROWD_LIMITS, type PlacedOrder, placeOrders } from "../load/place-orders";
import { openReader, openReaders } from "../load/stream-reader";
import { type Mode, type RunningShop, startShop } from "./support/start-shop";

const TOKEN = "metrics-token-of-this-test";
const sandbox = createSandbox();
let tap: EventTap;
let shop: RunningShop | undefined;
let order: PlacedOrder;

beforeAll(async () => {
  tap = await startEventTap((await sandbox.listen(0)).url);
});
afterEach(async () => {
  await shop?.stop();
  shop = undefined;
});
afterAll(async () => {
  await tap?.close();
  await sandbox.close();
});

async function start(mode: Mode, more: Record<string, string> = {}): Promise<string> {
  const env = { ...CROWD_LIMITS, METRICS_TOKEN: TOKEN, ...more };
  shop = await startShop({ mode, upstream: tap.url, env });
  const site = `http://localhost:${shop.port}`;
  const [placed] = await placeOrders(site, tap.url, 1);
  if (!placed) throw new Error("no order was placed");
  order = placed;
  return site;
}

type Reply = { status: number; headers: IncomingHttpHeaders; text: string; socket: string };

/** One request with its whole answer, and the local end of the connection that it went over. */
function ask(url: string, agent: Agent, headers = {}, method = "GET"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, method, headers }, (reply) => {
      const socket = `${reply.socket.localAddress}:${reply.socket.localPort}`;
      let text = "";
      reply.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      reply.on("error", reject);
      reply.on("end", () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text, socket }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

async function counted(site: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const text = await (await fetch(`${site}/api/metrics`, { headers })).text();
  return text.split("\n").filter((line) => /^shop_requests_total.*subscribe/.test(line));
}

const MODES: Mode[] = ["start", "standalone", "dev"];

describe.each(MODES)("a stream that has left the framework, under %s,", (mode) => {
  test("has its headers, events and pings, is counted when it is over, and is compressed by nobody", async () => {
    const site = await start(mode);
    const events: { name: string | undefined; data: string }[] = [];
    const reader = await openReader({
      url: site + order.path,
      headers: { ...order.headers, "accept-encoding": "gzip, br" },
      onEvent: ({ event, data }) => events.push({ name: event, data }),
    });
    expect(reader.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
      "strict-transport-security": "max-age=31536000",
      "transfer-encoding": "chunked",
    });
    expect(reader.headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
    expect(reader.headers["content-encoding"]).toBeUndefined();
    expect(reader.headers["content-length"]).toBeUndefined();
    expect(Object.keys(reader.headers).join()).not.toMatch(/x-(?:peer|response)-/);
    await expect.poll(() => events.length).toBeGreaterThan(0);
    expect(JSON.parse(events[0]?.data ?? "{}")).toMatchObject({ phase: "awaiting_payment" });
    expect(tap.openStreams()).toBe(1);
    const before = events.length;
    tap.emit(order.orderId);
    await expect.poll(() => events.length).toBeGreaterThan(before);
    await expect.poll(() => events.at(-1)?.name, { timeout: 20_000 }).toBe("ping");
    expect(await counted(site)).toEqual([]);
    reader.close();
    await expect.poll(() => tap.openStreams()).toBe(0);
    await expect
      .poll(() => counted(site))
      .toEqual([
        'shop_requests_total{route="/api/orders/[orderId]/subscribe",method="GET",status="200"} 1',
      ]);
  }, 150_000);

  test("ends with stop on a connection that serves the next request; HEAD opens none, a stranger gets 404", async () => {
    const site = await start(mode);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const url = site + order.path;
    const head = await ask(url, agent, order.headers, "HEAD");
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    await wait(200);
    expect(tap.openStreams()).toBe(0);
    const stranger = await ask(url, agent);
    expect(stranger.status).toBe(404);
    expect(stranger.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(stranger.text)).toMatchObject({ code: "not_found" });
    await fetch(`${tap.url}/__control/orders/${order.orderId}/deliver`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const stream = await ask(url, agent, order.headers);
    expect(stream.text).toMatch(/^retry: 3000\n\n/);
    expect(stream.text).toContain('"phase":"done"');
    expect(stream.text.endsWith("event: stop\ndata: {}\n\n")).toBe(true);
    const next = await ask(`${site}/api/health/live`, agent);
    expect(next.status).toBe(200);
    expect([stranger.socket, stream.socket]).toEqual([next.socket, next.socket]);
    agent.destroy();
    expect(shop?.output()).not.toMatch(/unhandled|uncaught|failed to pipe|MaxListeners/i);
  }, 150_000);
});

test.each<Mode>(["start", "standalone"])(
  "D9: a stream keeps less than 30 kB of the heap, under %s",
  {
    timeout: 120_000,
  },
  async (mode) => {
    const inspector = await freePort(0);
    const site = await start(mode, {
      NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
      STREAMS_PER_ORDER: "500",
    });
    const crowd = () =>
      openReaders(
        Array.from({ length: 300 }, () => ({ url: site + order.path, headers: order.headers })),
      );
    for (const reader of await crowd()) reader.close();
    await expect.poll(() => tap.openStreams()).toBe(0);
    await wait(4_000);
    const heap = await heapOf(inspector);
    const emptyKb = await heap.usedKb();
    const readers = await crowd();
    tap.emit(order.orderId);
    await wait(4_000);
    const keptKb = (await heap.usedKb()) - emptyKb;
    heap.close();
    expect(readers.map(({ state }) => state)).toEqual(readers.map(() => "open"));
    for (const reader of readers) reader.close();
    expect(keptKb / readers.length).toBeLessThan(30);
  },
);
