import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { OPERATIONS } from "@/lib/contract/operations";
import type { OrderView } from "@/lib/contract/order-view";
import { accept, order } from "../support/order-bodies";
import { knownOrdersGrowOld, ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let path: string;
let seen: { amount: string; coin: string };

const view = async () => (await (await buyer.request(path)).json()) as OrderView;
const take = (body: unknown) => buyer.post(`${path}/accept`, body);

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  const dearer = { endpoint: "orders", kind: "price-drift", percent: 2, times: 1 };
  await upstream.control("POST", "faults", dearer);
  buyer = new ShopClient();
  path = `/api/orders/${await order(buyer)}`;
  const { coin, hold } = (await view()).payment;
  seen = { amount: hold?.actual ?? "", coin };
});

test("B4: a price that has changed once more since it was seen is not accepted, and is told", async () => {
  const [made] = await upstream.orders();
  const dearer = `${Number(seen.amount) + 3}`;
  await upstream.control("POST", `orders/${made?.order_id}/set`, { coin_amount: dearer });
  knownOrdersGrowOld();

  const reply = await take({ acceptedPrice: seen });
  expect(reply.status).toBe(409);
  expect(reply.headers.getSetCookie()).toEqual([]);
  expect(await reply.json()).toMatchObject({
    code: "price_changed",
    more: { accepted: seen.amount, actual: dearer, coin: seen.coin },
  });
  expect(await view()).toMatchObject({ phase: "on_hold", payment: { hold: { actual: dearer } } });

  expect((await accept(buyer, path)).status).toBe(200);
  expect(await view()).toMatchObject({ phase: "awaiting_payment", payment: { amount: dearer } });
});

test.each<[string, () => object]>([
  ["less than it costs", () => ({ amount: "0.01" })],
  ["more than it costs", () => ({ amount: `9${seen.amount}` })],
  ["a billionth of a billionth more", () => ({ amount: `${seen.amount.padEnd(21, "0")}1` })],
  ["as much of another coin", () => ({ coin: "BTC" })],
])("B4: whoever accepts %s accepts nothing", async (_what, change) => {
  const reply = await take({ acceptedPrice: { ...seen, ...change() } });
  expect(await reply.json()).toMatchObject({ status: 409, code: "price_changed" });
  expect((await view()).phase).toBe("on_hold");
});

test("B4: the same price in other digits is the same price", async () => {
  expect(seen.amount).toContain(".");
  expect((await take({ acceptedPrice: { ...seen, amount: `${seen.amount}0` } })).status).toBe(200);
  expect((await view()).payment.amount).toBe(seen.amount);
});

test.each<[string, () => unknown]>([
  ["no price", () => ({})],
  ["a number", () => ({ acceptedPrice: { ...seen, amount: Number(seen.amount) } })],
  ["no decimal", () => ({ acceptedPrice: { ...seen, amount: "1e9" } })],
  ["something else beside", () => ({ acceptedPrice: seen, force: true })],
])("B4: a request with %s is refused, and accepts nothing", async (_what, body) => {
  expect(await (await take(body())).json()).toMatchObject({ status: 400, code: "bad_request" });
  expect((await view()).phase).toBe("on_hold");
});

test("the interface's description says that the price goes with it", () => {
  const operation = OPERATIONS.find((one) => one.path.endsWith("/accept"));
  if (!operation?.body) throw new Error("a body was expected");
  expect(z.safeParse(operation.body, { acceptedPrice: seen }).success).toBe(true);
  expect(z.safeParse(operation.body, {}).success).toBe(false);
});
