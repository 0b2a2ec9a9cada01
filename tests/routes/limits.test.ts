import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { peerHeader } from "@/lib/http/peer-header";
import { type Body, giftCard, order, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";
import { makeShops } from "../support/shops-folder";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: ShopClient;

async function openShop(limits: Record<string, string>): Promise<void> {
  upstream = await startUpstream(limits);
  client = new ShopClient();
}
afterEach(() => upstream.close());

const from = (ip: string) => ({ [peerHeader()]: ip });
async function refusedForNow(reply: Response): Promise<void> {
  expect(reply.status).toBe(429);
  const wait = Number(reply.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(900);
  expect(reply.headers.get("cache-control")).toContain("no-store");
  expect(await reply.json()).toMatchObject({ code: "too_many_requests" });
}

let body: Body;
let acceptedPrice: { amount: string; coin: string };
const create = (key: string = randomUUID(), headers: Record<string, string> = {}) =>
  client.post("/api/orders", { ...body, acceptedPrice }, { "idempotency-key": key, ...headers });

async function shopWithCart(limits: Record<string, string>): Promise<void> {
  await openShop(limits);
  body = await giftCard(client);
  acceptedPrice = await priceOf(client, body);
}

test("attempts to order are limited per address; repeating one's own order is not", async () => {
  await shopWithCart({ LIMIT_ORDERS: "2/600" });
  const key = randomUUID();
  for (let time = 0; time < 5; time += 1) expect((await create(key)).status).toBe(201);
  expect((await create()).status).toBe(201);
  const late = randomUUID();
  await refusedForNow(await create(late));
  expect((await upstream.orders()).length).toBe(2);
  expect((await create(key)).status).toBe(201);
  expect((await create(late, from("203.0.113.99"))).status).toBe(201);
});

test("an IPv6 buyer is counted by network, for all of its addresses are the buyer's", async () => {
  await shopWithCart({ LIMIT_ORDERS: "1/600" });
  expect((await create(randomUUID(), from("2001:db8:1:2::1"))).status).toBe(201);
  await refusedForNow(await create(randomUUID(), from("2001:db8:1:2:ffff::9")));
  expect((await create(randomUUID(), from("2001:db8:1:3::1"))).status).toBe(201);
});

test("what a buyer does in one shop is not counted in another", async () => {
  const other = "http://other.localhost:3000";
  const shops = makeShops({
    default: { "shop.json": { name: "One" } },
    other: { "shop.json": { name: "Other", url: other, partnerIdEnv: "OTHER_ID" } },
  });
  await openShop({ SHOPS_DIR: shops, OTHER_ID: "other-1", LIMIT_READ: "2/60" });
  const elsewhere = new ShopClient(other);
  const path = "/api/catalog/US";
  for (let time = 0; time < 2; time += 1) expect((await client.request(path)).status).toBe(200);
  await refusedForNow(await client.request(path));
  expect((await elsewhere.request(path)).status).toBe(200);
});

test("without an address of the buyer nothing is created", async () => {
  await shopWithCart({});
  const reply = await create(randomUUID(), from("nowhere"));
  expect(reply.status).toBe(400);
  expect((await upstream.orders()).length).toBe(0);
});

test("A3: tries to recover an order are counted per address and per order", async () => {
  await openShop({ LIMIT_ACCESS: "3/900" });
  const attempt = (reference: string, ip: string) =>
    client.post("/api/orders/access", { email: "who@example.com", reference }, from(ip));
  const tries = await Promise.all([1, 2, 3].map(() => attempt("guessed", "203.0.113.1")));
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
  await refusedForNow(await attempt("another", "203.0.113.1"));
  await refusedForNow(await attempt("guessed", "203.0.113.2"));
  expect((await attempt("another", "203.0.113.2")).status).toBe(404);
});

test("A3: an order number in other letters is the same order, a reference is another", async () => {
  await openShop({ LIMIT_ACCESS: "1/900" });
  const email = "who@example.com";
  await order(client, email);
  const orderNumber = String((await upstream.orders())[0]?.order_id);
  const attempt = (asked: object, ip: string) =>
    client.post("/api/orders/access", { ...asked, email }, from(ip));
  expect((await attempt({ orderNumber }, "203.0.113.1")).status).toBe(200);
  const capitals = orderNumber.toUpperCase();
  expect(capitals).not.toBe(orderNumber);
  await refusedForNow(await attempt({ orderNumber: capitals }, "203.0.113.2"));
  const others = await Promise.all([
    attempt({ reference: "guess" }, "203.0.113.3"),
    attempt({ reference: "GUESS" }, "203.0.113.4"),
  ]);
  expect(others.map(({ status }) => status)).toEqual([404, 404]);
});

test.each([
  ["LIMIT_READ", () => client.request("/api/payment-methods")],
  ["LIMIT_PRICE", () => client.request("/api/price?country=US&brand=x&value=1&coin=USDC")],
  ["LIMIT_VALIDATIONS", () => client.post("/api/orders/validations", {})],
  ["LIMIT_REVEAL", () => client.post("/api/orders/x/reveal")],
  ["LIMIT_SUBSCRIBE", () => client.request("/api/orders/x/subscribe")],
] as const)("%s holds", async (name, ask) => {
  await openShop({ [name]: "1/600" });
  expect((await ask()).status).not.toBe(429);
  await refusedForNow(await ask());
});
