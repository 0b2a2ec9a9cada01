import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { keepOrder, noteEvent, readOrder } from "@/lib/order-stream/read-order";
import { rawOrder } from "../../support/upstream-order";
import { buyer, says, stubUpstream } from "../../support/upstream-stub";

const upstream = stubUpstream();
const inState = (order_state: string) => says(200, rawOrder({ order_id: "o-1", order_state }));
const read = (options?: { fresh?: boolean }) => readOrder("default", "o-1", buyer, options);
const kept = orderSchema.parse(rawOrder({ order_state: "Kept" }));

test("all who ask at once share one read", async () => {
  upstream.answer = inState("A");
  const orders = await Promise.all(Array.from({ length: 20 }, () => read()));
  expect(new Set(orders.map(({ order_state }) => order_state))).toEqual(new Set(["A"]));
  expect(upstream.asked()).toEqual(["GET /v5/orders/o-1"]);
});

test("what was read a moment ago serves the next who asks, unless a fresh read is asked for", async () => {
  upstream.answer = inState("A");
  await read();
  upstream.answer = inState("B");
  expect((await read()).order_state).toBe("A");
  expect((await read({ fresh: true })).order_state).toBe("B");
  expect((await read()).order_state).toBe("B");
  expect(upstream.requests).toHaveLength(2);
});

test("an order of another shop is read on its own", async () => {
  upstream.answer = inState("A");
  await read();
  await readOrder("other", "o-1", buyer);
  expect(upstream.requests).toHaveLength(2);
});

test("an order that its creation answered with needs no read", async () => {
  keepOrder("default", "o-1", kept);
  expect((await read()).order_state).toBe("Kept");
  expect(upstream.requests).toEqual([]);
});

test("D14: what the stream says is asked for anew by the next who reads", async () => {
  upstream.answer = inState("A");
  await read();
  noteEvent("default", "o-1", kept);
  upstream.answer = inState("B");
  expect((await read()).order_state).toBe("B");
});

test("an event that arrives during a read does not break the read, which is kept for nobody", async () => {
  upstream.answer = (request, response) => setTimeout(() => inState("A")(request, response), 30);
  const reading = read();
  await sleep(10);
  noteEvent("default", "o-1", kept);
  await expect(reading).resolves.toMatchObject({ order_state: "A" });
  upstream.answer = inState("B");
  expect((await read()).order_state).toBe("B");
  expect(upstream.requests).toHaveLength(2);
});

test("a failed read is kept for nobody", async () => {
  upstream.answer = says(404, {});
  await expect(read()).rejects.toMatchObject({ kind: "not-found" });
  upstream.answer = inState("A");
  expect((await read()).order_state).toBe("A");
});
