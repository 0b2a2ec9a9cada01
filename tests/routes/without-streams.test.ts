import { afterAll, beforeAll, expect, test } from "vitest";
import { orderViewSchema } from "@/lib/contract/order-view";
import { order } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream({ STREAMS_MAX: "0" });
});
afterAll(() => upstream.close());

test("a host without long streams refuses each, opens none upstream, and reading brings a buyer to the end", async () => {
  const buyer = new ShopClient();
  const reference = await order(buyer);
  const refused = await buyer.request(`/api/orders/${reference}/subscribe`);
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: "too_many_streams" });

  const phase = async () => {
    const reply = await buyer.request(`/api/orders/${reference}`);
    expect(reply.status).toBe(200);
    return orderViewSchema.parse(await reply.json()).phase;
  };
  const before = await phase();
  const orderId = String((await upstream.orders()).at(-1)?.order_id);
  await upstream.control("POST", `orders/${orderId}/settle`);
  await expect.poll(phase, { timeout: 10_000 }).toBe("done");
  expect(before).not.toBe("done");
  expect(await upstream.control("GET", "stats")).toMatchObject({ openStreams: 0 });
}, 15_000);
