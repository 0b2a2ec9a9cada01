import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { peerHeader } from "@/lib/http/peer-header";
import { log } from "@/lib/log";
import { counters } from "@/lib/telemetry/counters";
import { type Body, giftCard, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let body: Body;
let acceptedPrice: { amount: string; coin: string };

afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

async function openShop(limits: Record<string, string>): Promise<void> {
  upstream = await startUpstream(limits);
  const client = new ShopClient();
  body = await giftCard(client);
  acceptedPrice = await priceOf(client, body);
}

type Buyer = { client?: ShopClient; ip?: string; email?: string; key?: string };
function create({ client = new ShopClient(), ip = "203.0.113.7", email, key }: Buyer = {}) {
  return client.post(
    "/api/orders",
    { ...body, acceptedPrice, email: email ?? `${randomUUID()}@example.com` },
    { "idempotency-key": key ?? randomUUID(), [peerHeader()]: ip },
  );
}

const statuses = (replies: Response[]) => replies.map(({ status }) => status);

test("B9 fifteen orders from one address: ten pass, the rest wait, and another address passes", async () => {
  await openShop({ LIMIT_ORDERS: "10/600" });
  const replies = await Promise.all(Array.from({ length: 15 }, () => create()));
  expect(statuses(replies).filter((status) => status === 201)).toHaveLength(10);
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
  for (const reply of refused) expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await create({ ip: "203.0.113.8" })).status).toBe(201);
  expect(await upstream.orders()).toHaveLength(11);
});

test("B9 at the ceiling of all together everybody is told that the shop is busy, and one alert is logged", async () => {
  await openShop({ LIMIT_ORDERS_GLOBAL: "2/600" });
  const alerts = vi.spyOn(log, "error");
  expect(statuses([await create(), await create({ ip: "203.0.113.8" })])).toEqual([201, 201]);
  const asked = (await upstream.log()).length;
  for (const ip of ["203.0.113.7", "203.0.113.9", "2001:db8::1"]) {
    const reply = await create({ ip });
    expect(reply.status).toBe(503);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await reply.json()).toMatchObject({ code: "busy" });
  }
  const lines = alerts.mock.calls.map(([fields]) => fields);
  expect(lines.filter(({ event }) => event === "alert")).toEqual([
    { event: "alert", kind: "order_ceiling", shop: "default" },
  ]);
  expect(counters()).toMatchObject({ orders_created: 2, orders_busy: 3, alerts: 1 });
  expect((await upstream.log()).length).toBe(asked);
});

test("the ceiling counts orders, not attempts that were refused", async () => {
  await openShop({ LIMIT_ORDERS_GLOBAL: "1/600" });
  const right = acceptedPrice;
  acceptedPrice = { ...right, amount: "0.01" };
  expect(statuses([await create(), await create()])).toEqual([409, 409]);
  acceptedPrice = right;
  expect((await create()).status).toBe(201);
});

test.each([
  ["browser", "LIMIT_ORDERS_SESSION", { client: new ShopClient() }],
  ["e-mail address, however it is spelt", "LIMIT_ORDERS_EMAIL", { email: "who@example.com" }],
] as const)("one %s has a limit of its own", async (_name, limit, same) => {
  await openShop({ [limit]: "2/600" });
  expect(statuses([await create(same), await create({ ...same, ip: "203.0.113.8" })])).toEqual([
    201, 201,
  ]);
  const email = "email" in same ? "Who+more@Example.com" : undefined;
  const third = await create({ ...same, ip: "203.0.113.9", ...(email ? { email } : {}) });
  expect(third.status).toBe(429);
  expect((await create({ ip: "203.0.113.9" })).status).toBe(201);
});

test("B9 attempts that become no order keep nobody else from ordering for the same e-mail address", async () => {
  await openShop({ LIMIT_ORDERS_EMAIL: "2/3600" });
  const email = "victim@example.com";
  const right = acceptedPrice;
  acceptedPrice = { ...right, amount: "0.01" };
  for (let time = 0; time < 5; time += 1) expect((await create({ email })).status).toBe(409);
  acceptedPrice = right;
  expect((await create({ email, ip: "198.51.100.5" })).status).toBe(201);
});

test("B9 orders for one e-mail address that are sent at the same time count one by one", async () => {
  await openShop({ LIMIT_ORDERS_EMAIL: "2/3600" });
  const email = "who@example.com";
  const replies = await Promise.all(Array.from({ length: 8 }, () => create({ email })));
  expect(statuses(replies).sort()).toEqual([201, 201, 429, 429, 429, 429, 429, 429]);
  expect(await upstream.orders()).toHaveLength(2);
  const asked = (await upstream.log()).length;
  expect((await create({ email })).status).toBe(429);
  expect((await upstream.log()).length).toBe(asked);
});

test("one product has a limit, whoever orders it", async () => {
  await openShop({ LIMIT_ORDERS_PRODUCT: "1/600" });
  expect((await create()).status).toBe(201);
  expect((await create({ ip: "203.0.113.8" })).status).toBe(429);
  body = {
    ...body,
    lines: body.lines.map((line) => ({ ...line, denomination: "50 USD" })),
  };
  acceptedPrice = await priceOf(new ShopClient(), body);
  expect((await create({ ip: "203.0.113.8" })).status).toBe(201);
});

test("B9 asking again for one's own order counts against no limit", async () => {
  const once = ["ORDERS", "ORDERS_SESSION", "ORDERS_EMAIL", "ORDERS_PRODUCT", "ORDERS_GLOBAL"];
  await openShop(Object.fromEntries(once.map((name) => [`LIMIT_${name}`, "1/600"])));
  const mine = { client: new ShopClient(), key: randomUUID(), email: "who@example.com" };
  for (let time = 0; time < 5; time += 1) expect((await create(mine)).status).toBe(201);
  expect(await upstream.orders()).toHaveLength(1);
});
