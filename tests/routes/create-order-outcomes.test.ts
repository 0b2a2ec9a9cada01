import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { orderViewSchema } from "@/lib/contract/order-view";
import { accept, type Body, giftCard, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: ShopClient;
let body: Body;
let acceptedPrice: { amount: string; coin: string };

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  client = new ShopClient();
  body = await giftCard(client);
  acceptedPrice = await priceOf(client, body);
});

const create = (change: object = {}, key: string = randomUUID()) =>
  client.post("/api/orders", { ...body, acceptedPrice, ...change }, { "idempotency-key": key });
const codeOf = async (reply: Response) => ((await reply.json()) as { code: string }).code;
const viewOf = async (reply: Response) =>
  orderViewSchema.parse(((await reply.json()) as { order: unknown }).order);
const sent = async () =>
  (await upstream.log()).filter(({ method, path }) => method === "POST" && path === "/v5/orders");
const fault = (kind: string, more: object = {}) =>
  upstream.control("POST", "faults", { endpoint: "orders", kind, times: 1, ...more });

describe("B2: nobody can tell what became of an order, and it is never sent again, after", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["a failure", () => fault("status", { status: 500 })],
    ["an outage", () => fault("status", { status: 503 })],
    ["a broken connection", () => fault("reset")],
    ["an answer that is no JSON", () => fault("garbage")],
    ["an answer without end", () => fault("oversize")],
    ["a redirect", () => fault("redirect")],
    [
      "an answer without an order",
      () => upstream.control("POST", "next", { endpoint: "orders", status: 201, body: {} }),
    ],
  ])("%s", async (_name, arrange) => {
    await arrange();
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      const reply = await create({}, key);
      expect(reply.status).toBe(504);
      expect(await codeOf(reply)).toBe("order_outcome_unknown");
      expect(reply.headers.getSetCookie()).toEqual([]);
    }
    expect(await sent()).toHaveLength(1);
  });
});

test("an unknown outcome binds its key: the same key with another body is refused", async () => {
  const key = randomUUID();
  await fault("drop-after-create");
  await create({}, key);
  expect(await codeOf(await create({ newsletter: true }, key))).toBe("idempotency_key_reused");
  expect(await sent()).toHaveLength(1);
});

test("B3: a refusal of upstream at the last moment is told at its place and gives the key back", async () => {
  const key = randomUUID();
  const refused = { status: 422, detail: "OUT_OF_STOCK", message: "Pixelforge is gone" };
  await upstream.control("POST", "next", { endpoint: "orders", status: 422, body: refused });
  const reply = await create({}, key);
  expect(reply.status).toBe(422);
  const text = await reply.text();
  expect(JSON.parse(text)).toMatchObject({
    code: "order_refused",
    problems: [{ code: "out_of_stock", scope: "line" }],
  });
  expect(text).not.toContain("is gone");
  expect((await create({}, key)).status).toBe(201);
});

test("a slow upstream is waited for, and a second request with the key waits with the first", async () => {
  const key = randomUUID();
  await fault("delay", { ms: 600 });
  const [first, second] = await Promise.all([create({}, key), create({}, key)]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect((await viewOf(second)).reference).toBe((await viewOf(first)).reference);
  expect(await sent()).toHaveLength(1);
});

test("two bodies at once with one key make one order; the other one is refused", async () => {
  const key = randomUUID();
  const replies = await Promise.all([create({}, key), create({ newsletter: true }, key)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(await sent()).toHaveLength(1);
});

test("the order of a body's keys and the case of the key make no other request of it", async () => {
  const key = randomUUID();
  const first = await viewOf(await create({}, key));
  const shuffled = Object.fromEntries(Object.entries({ ...body, acceptedPrice }).reverse());
  const again = await client.post("/api/orders", shuffled, {
    "idempotency-key": key.toUpperCase(),
  });
  expect(again.status).toBe(201);
  expect((await viewOf(again)).reference).toBe(first.reference);
  expect(await sent()).toHaveLength(1);
});

test("a repeated request opens the order again for a browser that lost its proof", async () => {
  const key = randomUUID();
  const { reference } = await viewOf(await create({}, key));
  for (const name of client.cookies.keys()) if (name !== "buyer") client.cookies.delete(name);
  expect((await client.request(`/api/orders/${reference}`)).status).toBe(404);
  await create({}, key);
  expect((await client.request(`/api/orders/${reference}`)).status).toBe(200);
});

test("a repeated request does not take back that a dearer price was accepted", async () => {
  const key = randomUUID();
  await fault("price-drift", { percent: 2 });
  const { reference } = await viewOf(await create({}, key));
  await accept(client, `/api/orders/${reference}`);
  expect((await viewOf(await create({}, key))).phase).toBe("awaiting_payment");
});

describe("B5: an order that echoes something else is held and shows nothing to pay:", () => {
  type Made = Record<string, unknown> & {
    deliveries: { deliverable: Record<string, unknown> }[];
  };
  const echo = (change: (made: Made) => object) => async () => {
    await create();
    const [made] = (await upstream.orders()) as Made[];
    if (!made) throw new Error("An order was expected");
    const order_id = randomUUID();
    const laid = { ...made, order_id, ...change(made) };
    await upstream.control("POST", "next", { endpoint: "orders", status: 201, body: laid });
  };
  const deliverable = (values: object) =>
    echo(({ deliveries }) => ({
      deliveries: deliveries.map((delivery) => ({
        ...delivery,
        deliverable: { ...delivery.deliverable, ...values },
      })),
    }));

  test.each<[string, () => Promise<void>]>([
    ["another coin", echo(() => ({ coin: "ETH" }))],
    ["another network", echo(() => ({ network: "Optimism" }))],
    ["another brand", deliverable({ brand_name: "Streamhaus" })],
    ["another denomination", deliverable({ denomination: "200 USD" })],
    ["another country", deliverable({ country_code: "CA" })],
    ["another recipient", deliverable({ beneficiary_account: "someone@example.com" })],
    ["no line", echo(() => ({ deliveries: [] }))],
  ])("%s", async (_name, arrange) => {
    await arrange();
    const reply = await create();
    expect(reply.status).toBe(201);
    const text = await reply.text();
    const [made] = (await upstream.orders()) as { wallet_address: string }[];
    expect(text).not.toContain(String(made?.wallet_address));
    const view = orderViewSchema.parse((JSON.parse(text) as { order: unknown }).order);
    expect(view).toMatchObject({
      phase: "on_hold",
      payment: { hold: { reason: "wrong_echo" }, uriKind: "none" },
    });
    expect([view.payment.address, view.payment.amount, view.payment.uri]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const accepted = await accept(client, `/api/orders/${view.reference}`);
    expect(await codeOf(accepted)).toBe("not_on_hold");
  });

  test("but the same order, laid in the same way, can be paid", async () => {
    await echo(() => ({}))();
    expect((await viewOf(await create())).phase).toBe("awaiting_payment");
  });
});

test("B4: a dearer order shows nothing to pay in the very first answer", async () => {
  await fault("price-drift", { percent: 2 });
  const reply = await create();
  const text = await reply.text();
  const [made] = (await upstream.orders()) as { wallet_address: string; coin_amount: string }[];
  expect(text).not.toContain(String(made?.wallet_address));
  expect(JSON.parse(text)).toMatchObject({
    order: {
      payment: {
        hold: {
          reason: "price_changed",
          accepted: acceptedPrice.amount,
          actual: made?.coin_amount,
        },
      },
    },
  });
});

test("B4: an order that came back half a per cent dearer, or cheaper, is taken as it is", async () => {
  for (const percent of [0.4, -5]) {
    await fault("price-drift", { percent });
    const view = await viewOf(await create());
    const made = (await upstream.orders()).at(-1);
    expect(view.payment.amount).toBe(made?.coin_amount);
  }
});

test("A4: the answer to a new order is its view and its place, kept by no cache", async () => {
  const reply = await create();
  expect(Object.keys((await reply.json()) as object).sort()).toEqual(["location", "order"]);
  expect(reply.headers.get("cache-control")).toBe("private, no-store");
});

test("the page of an order is in the language of the request", async () => {
  const reply = await client.post(
    "/api/orders?lang=tr",
    { ...body, acceptedPrice },
    { "idempotency-key": randomUUID() },
  );
  expect(await reply.json()).toMatchObject({ location: expect.stringMatching(/^\/tr\/orders\//) });
});

test("A2: nothing that was said to upstream or by it reaches the browser but the view", async () => {
  const reply = await create();
  const [made] = await upstream.orders();
  expect(reply.headers.getSetCookie().join()).not.toContain("upstream=");
  const text = await reply.text();
  for (const secret of [made?.order_id, made?.payment_id, body.email, "partner-sentinel-4711"]) {
    expect(text).not.toContain(String(secret));
  }
});

test("G3: the proof is a cookie that no script reads and no other site sends", async () => {
  const [line = "", ...more] = (await create()).headers.getSetCookie();
  expect(more).toEqual([]);
  expect(line).toMatch(/^op_[\w-]{12}=/);
  expect(line.split("; ").slice(1)).toEqual([
    "Path=/",
    `Max-Age=${90 * 86_400}`,
    "HttpOnly",
    "SameSite=Lax",
  ]);
});

test("a header that a client writes is not taken for the buyer's address", async () => {
  await client.post(
    "/api/orders",
    { ...body, acceptedPrice },
    { "idempotency-key": randomUUID(), "x-forwarded-for": "6.6.6.6", "x-real-ip": "6.6.6.6" },
  );
  expect((await sent())[0]?.headers["x-forwarded-for"]).toBe("203.0.113.7");
});
