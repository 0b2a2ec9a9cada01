import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { peerHeader } from "@/lib/http/peer-header";
import { readUnwatched } from "@/lib/order-guard/read-unwatched";
import { tally } from "@/lib/order-guard/tally";
import { counters } from "@/lib/telemetry/counters";
import { type Body, giftCard, priceOf } from "../support/order-bodies";
import { knownOrdersGrowOld, ShopClient, startUpstream } from "../support/shop-client";

const MINUTE = 60_000;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let verifier: Server;
let verified: string[];
let body: Body;
let acceptedPrice: { amount: string; coin: string };

beforeEach(async () => {
  verified = [];
  // Says yes once to each token that starts with `good`, as the providers do.
  verifier = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const token = new URLSearchParams(text).get("response") ?? "";
      const success = token.startsWith("good") && !verified.includes(token);
      verified.push(token);
      response.end(JSON.stringify({ success, hostname: "localhost" }));
    });
  });
  await new Promise<void>((resolve) => verifier.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  vi.useRealTimers();
  await upstream.close();
  await new Promise((resolve) => verifier.close(resolve));
});

const withChallenge = () => ({
  CHALLENGE_PROVIDER: "turnstile",
  CHALLENGE_SITE_KEY: "site-key",
  CHALLENGE_SECRET: "challenge-secret-sentinel",
  CHALLENGE_VERIFY_URL: `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/`,
});

async function openShop(env: Record<string, string> = {}): Promise<void> {
  upstream = await startUpstream({ GUARD_FROM_ORDERS: "20", ...env });
  const client = new ShopClient();
  body = await giftCard(client);
  acceptedPrice = await priceOf(client, body);
}

type Options = { key?: string; token?: string; ip?: string };
const create = (client = new ShopClient(), options: Options = {}) =>
  client.post(
    "/api/orders",
    { ...body, acceptedPrice },
    {
      "idempotency-key": options.key ?? randomUUID(),
      [peerHeader()]: options.ip ?? "203.0.113.7",
      ...(options.token ? { "challenge-token": options.token } : {}),
    },
  );

async function unpaidOrders(count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) expect((await create()).status).toBe(201);
}

/** Passes the challenge with an order that is refused because its price is another one by now. */
async function passWithOldPrice(client: ShopClient, token: string): Promise<void> {
  const right = acceptedPrice;
  acceptedPrice = { ...right, amount: "0.01" };
  expect((await create(client, { token })).status).toBe(409);
  acceptedPrice = right;
}

const states = async () => (await upstream.orders()) as { order_id: string }[];
const pay = (orderId: string) => upstream.control("POST", `orders/${orderId}/pay`);

describe("B1 a bad ratio of paid orders", () => {
  test("asks new buyers for the challenge, and creates nothing until it is passed", async () => {
    await openShop(withChallenge());
    await unpaidOrders(20);
    const client = new ShopClient();
    const key = randomUUID();
    const asked = (await upstream.log()).length;
    const refused = await create(client, { key });
    expect(refused.status).toBe(403);
    const text = await refused.text();
    expect(JSON.parse(text)).toMatchObject({
      code: "challenge_required",
      more: { provider: "turnstile", siteKey: "site-key" },
    });
    expect(text).not.toContain("challenge-secret-sentinel");
    expect((await create(client, { key, token: "bad" })).status).toBe(403);
    expect((await upstream.log()).length).toBe(asked);
    expect((await create(client, { key, token: "good-1" })).status).toBe(201);
    expect(await upstream.orders()).toHaveLength(21);
    // Passed once is passed for one order; the stored outcome of that one needs no other.
    expect((await create(client, { key })).status).toBe(201);
    expect((await create(client)).status).toBe(403);
    expect((await create(client, { token: "good-1" })).status).toBe(403);
  });

  test("keeps a passed challenge for the buyer whose price changed meanwhile", async () => {
    await openShop(withChallenge());
    await unpaidOrders(20);
    const client = new ShopClient();
    await passWithOldPrice(client, "good-2");
    expect((await create(client)).status).toBe(201);
  });

  test("takes one passed challenge for one order, however many are sent at once", async () => {
    await openShop({ ...withChallenge(), GUARD_FROM_ORDERS: "2" });
    await unpaidOrders(2);
    const client = new ShopClient();
    await passWithOldPrice(client, "good-3");
    const replies = await Promise.all(Array.from({ length: 9 }, () => create(client)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(8).fill(403)]);
    expect(await upstream.orders()).toHaveLength(3);
  });

  test.each([
    ["a limit", { LIMIT_ORDERS_PRODUCT: "2/600" }, 429],
    ["the ceiling", { LIMIT_ORDERS_GLOBAL: "2/600" }, 503],
  ])("asks nobody again whom %s stopped before the order was sent", async (_name, env, status) => {
    await openShop({ ...withChallenge(), GUARD_FROM_ORDERS: "1", ...env });
    await unpaidOrders(1);
    const [client, other] = [new ShopClient(), new ShopClient()];
    const tokens = [
      [client, "good-4"],
      [other, "good-5"],
    ] as const;
    const replies = await Promise.all(tokens.map(([who, token]) => create(who, { token })));
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, status]);
    const stopped = replies[0]?.status === 201 ? other : client;
    const holder = globalThis as { __storefrontLimits?: unknown };
    holder.__storefrontLimits = undefined;
    expect((await create(stopped)).status).toBe(201);
  });

  test("lets a buyer pass who has paid before, and counts what was paid", async () => {
    await openShop(withChallenge());
    const faithful = new ShopClient();
    const { order } = (await (await create(faithful)).json()) as { order: { reference: string } };
    await pay((await states())[0]?.order_id ?? "");
    knownOrdersGrowOld();
    await faithful.request(`/api/orders/${order.reference}`);
    await expect.poll(() => counters().orders_paid).toBe(1);
    await unpaidOrders(19);
    expect((await create()).status).toBe(403);
    expect((await create(faithful)).status).toBe(201);
  });

  test("slows new buyers down where no challenge is configured, but never stops them all", async () => {
    await openShop({ LIMIT_ORDERS_SLOWED: "1/600" });
    await unpaidOrders(20);
    expect((await create(new ShopClient(), { ip: "198.51.100.1" })).status).toBe(201);
    expect((await create(new ShopClient(), { ip: "198.51.100.1" })).status).toBe(429);
    expect((await create(new ShopClient(), { ip: "198.51.100.2" })).status).toBe(201);
    expect(counters().guard_slowed).toBe(3);
  });

  test("stops creation only at the ceiling that is configured", async () => {
    await openShop({ GUARD_MAX_UNPAID: "3" });
    await unpaidOrders(3);
    const reply = await create();
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ code: "busy" });
    expect(await upstream.orders()).toHaveLength(3);
  });
});

test("B1 an order that was paid and left counts as paid after its deadline, for one read", async () => {
  await openShop();
  await unpaidOrders(2);
  await pay((await states())[0]?.order_id ?? "");
  knownOrdersGrowOld();
  const before = (await upstream.orderReads()).length;
  await readUnwatched(Date.now() + 29 * MINUTE);
  expect((await upstream.orderReads()).length).toBe(before);
  await readUnwatched(Date.now() + 31 * MINUTE);
  await expect.poll(() => tally("PARTNER_ID", Date.now())).toEqual({ created: 2, paid: 1 });
  const reads = (await upstream.orderReads()).slice(before);
  expect(reads).toHaveLength(2);
  for (const { headers } of reads) expect(headers["x-forwarded-for"]).toBe("192.0.2.1");
  await readUnwatched(Date.now() + 40 * MINUTE);
  expect((await upstream.orderReads()).length).toBe(before + 2);
});
