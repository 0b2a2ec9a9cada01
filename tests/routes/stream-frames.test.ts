import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { orderViewSchema } from "@/lib/contract/order-view";
import { shutdown } from "@/lib/shutdown";
import { order } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let reference: string;
let orderId: string;
const left: AbortController[] = [];

beforeAll(async () => {
  upstream = await startUpstream({ STREAMS_PER_ORDER: "2", STREAMS_MAX: "3" });
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  ({ client: buyer, reference, orderId } = await ordered());
});
afterEach(() => {
  vi.useRealTimers();
  for (const leave of left.splice(0)) leave.abort();
});

async function ordered() {
  const client = new ShopClient();
  const reference = await order(client);
  return { client, reference, orderId: String((await upstream.orders()).at(-1)?.order_id) };
}

const act = (action: string, body: object = {}) =>
  upstream.control("POST", `orders/${orderId}/${action}`, body);
const subscribe = (client = buyer, of = reference) => {
  const leave = new AbortController();
  left.push(leave);
  return client.request(`/api/orders/${of}/subscribe`, { signal: leave.signal });
};
const stats = () => upstream.control<{ openStreams: number }>("GET", "stats");

/** What a stream says, frame by frame, as it came over the wire. */
function framesOf(reply: Response) {
  if (!reply.body) throw new Error("A stream was expected");
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return async function next(fits: RegExp = /^/): Promise<string | undefined> {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const frame = text.slice(0, end);
        text = text.slice(end + 2);
        if (fits.test(frame)) return frame;
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return undefined;
      text += value;
    }
  };
}

const viewIn = (frame: string | undefined) =>
  orderViewSchema.parse(JSON.parse(frame?.split("\ndata: ")[1] ?? "null"));

test("a stream begins with the time to wait before another try, then the order as it is", async () => {
  const reply = await subscribe();
  expect(reply.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(reply.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(reply.headers.get("x-accel-buffering")).toBe("no");
  expect(reply.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  const next = framesOf(reply);
  expect(await next()).toBe("retry: 3000");
  const frame = await next();
  expect(frame).toMatch(/^id: 1\ndata: \{.*\}$/);
  expect(viewIn(frame)).toMatchObject({ reference, phase: "awaiting_payment" });
});

test("A5: every view has its number, and no code is ever among them", async () => {
  const next = framesOf(await subscribe());
  await next(/^id: /);
  const seen: string[] = [];
  await act("start");
  await act("confirm");
  await act("deliver");
  for (;;) {
    const frame = await next();
    if (frame === undefined) break;
    seen.push(frame);
  }
  const views = seen.filter((frame) => frame.startsWith("id: "));
  const numbers = views.map((frame) => Number(frame.slice(4, frame.indexOf("\n"))));
  expect(numbers).toEqual(numbers.map((_number, index) => index + 2));
  expect(viewIn(views.at(-1))).toMatchObject({ phase: "done", lines: [{ revealable: true }] });
  expect(seen.at(-1)).toBe("event: stop\ndata: {}");
  const [made] = (await upstream.orders()) as {
    deliveries: { deliverable: { pin_code: string } }[];
  }[];
  const code = String(made?.deliveries[0]?.deliverable.pin_code);
  expect(code.length).toBeGreaterThan(5);
  for (const secret of [code, orderId]) expect(seen.join("\n")).not.toContain(secret);
});

test("a silent stream says every quarter of a minute that it lives, and what time it is", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const next = framesOf(await subscribe());
  await next(/^id: /);
  for (let count = 0; count < 2; count += 1) {
    vi.advanceTimersByTime(15_000);
    const frame = (await next(/^event: ping/)) ?? "";
    const { serverNow } = JSON.parse(frame.split("\ndata: ")[1] ?? "{}") as { serverNow: string };
    expect(Math.abs(Date.parse(serverNow) - Date.now())).toBeLessThan(60_000);
  }
});

test("a browser that leaves takes its stream of upstream along", async () => {
  const next = framesOf(await subscribe());
  await next(/^id: /);
  expect((await stats()).openStreams).toBe(1);
  left[0]?.abort();
  await expect.poll(async () => (await stats()).openStreams, { timeout: 2_000 }).toBe(0);
});

test("a browser that had left before the answer opens no stream of upstream", async () => {
  const leave = new AbortController();
  leave.abort();
  await buyer.request(`/api/orders/${reference}/subscribe`, { signal: leave.signal });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await stats()).openStreams).toBe(0);
});

test("streams are capped per order and per process, and one that ends makes room", async () => {
  const other = await ordered();
  const third = await ordered();
  const open = await Promise.all([subscribe(), subscribe()]);
  const full = await subscribe();
  expect(full.status).toBe(503);
  expect(await full.json()).toMatchObject({ code: "too_many_streams" });
  expect(full.headers.get("retry-after")).toBe("15");
  expect((await subscribe(other.client, other.reference)).status).toBe(200);
  expect((await subscribe(third.client, third.reference)).status).toBe(503);
  left[0]?.abort();
  expect((await subscribe(third.client, third.reference)).status).toBe(200);
  expect(open.map(({ status }) => status)).toEqual([200, 200]);
});

test("a stream of somebody who may not is no stream", async () => {
  const reply = await subscribe(new ShopClient());
  expect(reply.status).toBe(404);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect((await stats()).openStreams).toBe(0);
});

test("two browsers of one order see it each in their own right", async () => {
  const link = await buyer.post(`/api/orders/${reference}/link`, { scope: "pay" });
  const { url } = (await link.json()) as { url: string };
  const second = new ShopClient();
  await second.post("/api/orders/access", { token: new URL(url).hash.slice("#t=".length) });
  const [mine, theirs] = await Promise.all([subscribe(), subscribe(second)]);
  const views = await Promise.all(
    [mine, theirs].map(async (reply) => viewIn(await framesOf(reply)(/^id: /))),
  );
  expect(views.map((view) => view.payment.address)).toEqual([
    views[0]?.payment.address,
    views[0]?.payment.address,
  ]);
  expect((await stats()).openStreams).toBe(1);
});

test("while upstream refuses streams, the order still arrives at once", async () => {
  await upstream.control("POST", "faults", { endpoint: "subscribe", kind: "status", status: 503 });
  const started = performance.now();
  const next = framesOf(await subscribe());
  expect(viewIn(await next(/^id: /))).toMatchObject({ phase: "awaiting_payment" });
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("a process that ends says so to every page and closes", async () => {
  const next = framesOf(await subscribe());
  await next(/^id: /);
  shutdown().abort();
  expect(await next(/^event/)).toBe("event: shutdown\ndata: {}");
  expect(await next()).toBeUndefined();
  const late = framesOf(await subscribe());
  expect(await late(/^event/)).toBe("event: shutdown\ndata: {}");
  expect(await late()).toBeUndefined();
  await expect.poll(async () => (await stats()).openStreams, { timeout: 2_000 }).toBe(0);
});
