import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { order } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";
import { openEvents, type ShopEvent } from "../support/shop-events";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let reference: string;
let orderId: string;
const left: (() => void)[] = [];

beforeAll(async () => {
  upstream = await startUpstream({ STREAMS_PER_ORDER: "3" });
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  buyer = new ShopClient();
  reference = await order(buyer);
  orderId = String((await upstream.orders())[0]?.order_id);
});
afterEach(() => {
  for (const leave of left.splice(0)) leave();
});

const open = async (client = buyer) => {
  const stream = await openEvents(client, reference);
  left.push(stream.leave);
  return stream;
};

const phase =
  (wanted: string) =>
  ({ event, data }: ShopEvent) =>
    event === "message" && data.phase === wanted;
const move = (action: string, body: object = {}) =>
  upstream.control("POST", `orders/${orderId}/${action}`, body);
const openStreams = async () =>
  (await upstream.control<{ openStreams: number }>("GET", "stats")).openStreams;
const settled = async (check: () => Promise<boolean>) => {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};

test("the stream tells every step of an order as views, and stops when it is done", async () => {
  const stream = await open();
  expect(stream.reply.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.reply.headers.get("cache-control")).toBe("no-cache, no-transform");
  await stream.until(phase("awaiting_payment"));
  await move("start");
  await stream.until(phase("confirming"));
  await move("confirm");
  await stream.until(phase("paid"));
  await move("deliver");
  const { data } = await stream.until(phase("done"));
  expect(JSON.stringify(data)).not.toContain(orderId);
  await stream.until(({ event }) => event === "stop");
  await stream.ended();
});

test("many pages of one order share one stream of upstream, and the last one closes it", async () => {
  const streams = await Promise.all([open(), open(), open()]);
  await Promise.all(streams.map(({ until }) => until(phase("awaiting_payment"))));
  expect(await openStreams()).toBe(1);
  streams[0]?.leave();
  streams[1]?.leave();
  await move("start");
  await streams[2]?.until(phase("confirming"));
  expect(await openStreams()).toBe(1);
  streams[2]?.leave();
  expect(await settled(async () => (await openStreams()) === 0)).toBe(true);
});

test("A4: forgetting an order ends its streams; who may still see it comes back", async () => {
  const { url } = (await (
    await buyer.post(`/api/orders/${reference}/link`, { scope: "pay" })
  ).json()) as { url: string };
  const other = new ShopClient();
  await other.post("/api/orders/access", { token: new URL(url).hash.slice("#t=".length) });
  const streams = await Promise.all([open(buyer), open(other)]);
  await Promise.all(streams.map(({ until }) => until(phase("awaiting_payment"))));

  const forgotten = await buyer.request(`/api/orders/${reference}/access`, { method: "DELETE" });
  expect(forgotten.status).toBe(204);
  for (const { until, ended } of streams) {
    await until(({ event }) => event === "shutdown");
    await ended();
  }
  expect((await open(buyer)).reply.status).toBe(404);
  await (await open(other)).until(phase("awaiting_payment"));
});

test("D9: one page too many is told to come back later", async () => {
  const streams = await Promise.all([open(), open(), open()]);
  await Promise.all(streams.map(({ until }) => until(phase("awaiting_payment"))));
  const { reply } = await open();
  expect(reply.status).toBe(503);
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("D5: a stream that breaks is opened again, and nothing that happened meanwhile is lost", async () => {
  await upstream.control("POST", "faults", { endpoint: "subscribe", kind: "cut", times: 1 });
  const stream = await open();
  await stream.until(phase("awaiting_payment"));
  expect(await settled(async () => (await openStreams()) === 0)).toBe(true);
  await move("start");
  const { data } = await stream.until(phase("confirming"));
  expect(data.phase).toBe("confirming");
  const opened = (await upstream.orderReads()).filter(({ path }) => path.endsWith("/subscribe"));
  expect(opened.length).toBeGreaterThan(1);
});

test("a state that cannot be read leaves the last good one", async () => {
  const stream = await open();
  await stream.until(phase("awaiting_payment"));
  await move("set", { coin_amount: { nonsense: true } });
  await move("set", { coin_amount: "20.53", order_state: "PaymentStarted" });
  const { data } = await stream.until(({ event }) => event === "message");
  expect(data.phase).toBe("confirming");
});

test("D13: a finished order answers with its view once and stop, and nothing else", async () => {
  await move("deliver");
  const stream = await open();
  const heard: ShopEvent[] = [];
  await stream.until((event) => heard.push(event) > 0 && event.event === "stop");
  await stream.ended();
  expect(heard.map(({ event, data }) => [event, data.phase])).toEqual([
    ["message", "done"],
    ["stop", undefined],
  ]);
});

test("D9: one address may not hold more streams than the shop allows it", async () => {
  await upstream.control("POST", "reset");
  const other = await startUpstream({ STREAMS_PER_ORDER: "3", STREAMS_PER_IP: "2" });
  try {
    buyer = new ShopClient();
    reference = await order(buyer);
    const streams = [await open(), await open()];
    await Promise.all(streams.map(({ until }) => until(phase("awaiting_payment"))));
    expect((await open()).reply.status).toBe(503);
  } finally {
    for (const leave of left.splice(0)) leave();
    await other.close();
  }
});
