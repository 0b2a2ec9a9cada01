import { afterEach, expect, test } from "vitest";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { order as orderSample } from "./samples/orders";
import { openStream } from "./support/read-stream";
import { differences } from "./support/shape";
import { asRecord, HEADERS, type Json, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();
const streams: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.close()));
});

async function open(order: Json) {
  const stream = await openStream(upstream.url(), order.order_id);
  streams.push(stream);
  return stream;
}

const orderIn = (frame: string | undefined): Json => {
  expect(frame).toMatch(/^data: \{[^\n]*\}$/);
  return asRecord(JSON.parse(frame?.slice("data: ".length) ?? ""));
};
const STOP = "event: stop\ndata: {}";

test("a stream is an event stream and begins with the order, in an event without a name", async () => {
  const order = await upstream.create();
  const stream = await open(order);
  expect(stream.status).toBe(200);
  expect(stream.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const [first] = await stream.events(1);
  expect(orderIn(first)).toEqual(order);
  expect(stream.end()).toBe("open");
});

test("every event holds the whole order, in the shape of a read", async () => {
  const order = await upstream.create();
  const stream = await open(order);
  const states: unknown[] = [];
  for (const [index, action] of ["start", "pay", "preparing"].entries()) {
    const read = await upstream.move(order, action);
    const sent = orderIn((await stream.events(index + 2)).at(-1));
    expect(sent).toEqual(read);
    expect(differences(sent, orderSample)).toEqual([]);
    states.push(orderSchema.parse(sent).order_state);
  }
  expect(states).toEqual(["PaymentStarted", "PaymentReceived", "WaitingForDelivery"]);
});

test.each(["deliver", "expire", "refund", "cancel", "setup-failure", "fail"])(
  "after %s comes the last state, then stop, then the end",
  async (action) => {
    const order = await upstream.create();
    const stream = await open(order);
    await stream.events(1);
    const last = await upstream.move(order, action);
    const frames = await stream.events(3);
    expect(orderIn(frames[1])).toEqual(last);
    expect(frames[2]).toBe(STOP);
    expect(await stream.closed()).toBe("ended");
  },
);

test("a stream of an order that is over sends it once and stops", async () => {
  const order = await upstream.move(await upstream.create(), "deliver");
  const stream = await open(order);
  const frames = await stream.events(2);
  expect(orderIn(frames[0])).toEqual(order);
  expect(frames[1]).toBe(STOP);
  expect(await stream.closed()).toBe("ended");
});

test("several streams of one order all hear of it, those of another do not", async () => {
  const order = await upstream.create();
  const other = await open(await upstream.create());
  const [first, second] = [await open(order), await open(order)];
  await upstream.move(order, "pay");
  for (const stream of [first, second]) {
    expect(orderIn((await stream.events(2))[1]).order_state).toBe("PaymentReceived");
  }
  expect(other.frames()).toHaveLength(1);
});

test("a payment that comes after the end reaches no closed stream, and the sandbox lives on", async () => {
  const order = await upstream.create();
  const stream = await open(order);
  await stream.events(1);
  const read = await upstream.move(order, "pay-late");
  expect(read.order_state).toBe("PaymentReceived");
  const frames = await stream.events(3);
  expect(orderIn(frames[1]).order_state).toBe("Expired");
  expect(frames[2]).toBe(STOP);
  expect(await stream.closed()).toBe("ended");
  const again = await open(order);
  expect(orderIn((await again.events(1))[0])).toEqual(read);
});

test("the clock's expiry is told like any other change", async () => {
  const stream = await open(await upstream.create());
  await stream.events(1);
  await upstream.control("clock", { advanceSeconds: 31 * 60 });
  const frames = await stream.events(3);
  expect(orderIn(frames[1]).order_state).toBe("Expired");
  expect(frames[2]).toBe(STOP);
});

test("open streams are counted, and forgotten when their reader goes", async () => {
  const order = await upstream.create();
  const stream = await open(order);
  await open(order);
  expect((await upstream.stats()).openStreams).toBe(2);
  await stream.close();
  await expect.poll(async () => (await upstream.stats()).openStreams, { interval: 5 }).toBe(1);
});

test("an unknown order has no stream", async () => {
  const stream = await openStream(upstream.url(), "0f000000-0000-4000-8000-0000000000aa");
  expect(stream.status).toBe(404);
  await stream.close();
});

test("who does not ask for an event stream gets none", async () => {
  const order = await upstream.create();
  const answer = await upstream.send("GET", `/v5/orders/${order.order_id}/subscribe`, {
    ...HEADERS,
    accept: "application/json",
  });
  expect(answer.status).toBe(400);
});
