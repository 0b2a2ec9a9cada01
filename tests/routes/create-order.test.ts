import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { store } from "@/lib/store/current-store";
import { StoreError } from "@/lib/store/store-error";
import { forgetUpstream } from "../support/forget-upstream";
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

const create = (change: object = {}, key: string = randomUUID(), from = client) =>
  from.post("/api/orders", { ...body, acceptedPrice, ...change }, { "idempotency-key": key });
const created = async () => (await upstream.orders()).length;
const problem = async (reply: Response) => ({
  status: reply.status,
  ...((await reply.json()) as { code: string; problems?: { code: string; field?: string }[] }),
});
const fault = (values: object) => upstream.control("POST", "faults", values);

test("an order that is right is created once and opens for this browser", async () => {
  const reply = await create();
  expect(reply.status).toBe(201);
  const { order, location } = (await reply.json()) as {
    order: { reference: string; phase: string; payment: { address?: string } };
    location: string;
  };
  expect(order.phase).toBe("awaiting_payment");
  expect(location).toBe(`/en/orders/${order.reference}`);
  const [made] = await upstream.orders();
  expect(order.payment.address).toBe(made?.wallet_address);
  expect(JSON.stringify(order)).not.toContain(String(made?.order_id));
  expect((await client.request(`/api/orders/${order.reference}`)).status).toBe(200);
});

test("B1: twenty requests at once with one key make one order and get twenty equal references", async () => {
  const key = randomUUID();
  const replies = await Promise.all(Array.from({ length: 20 }, () => create({}, key)));
  expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(201));
  const references = await Promise.all(
    replies.map(
      async (reply) => ((await reply.json()) as { order: { reference: string } }).order.reference,
    ),
  );
  expect(new Set(references).size).toBe(1);
  expect(await created()).toBe(1);
});

test("a key that was used for another content is refused and creates nothing more", async () => {
  const key = randomUUID();
  await create({}, key);
  expect(await problem(await create({ newsletter: true }, key))).toMatchObject({
    status: 422,
    code: "idempotency_key_reused",
  });
  expect(await created()).toBe(1);
});

test("the same key from another browser is another order", async () => {
  const key = randomUUID();
  await create({}, key);
  await create({}, key, new ShopClient());
  expect(await created()).toBe(2);
});

describe("creates nothing", () => {
  afterEach(async () => expect(await created()).toBe(0));

  test("without a key", async () => {
    expect(await problem(await create({}, "not-a-key"))).toMatchObject({
      status: 400,
      code: "idempotency_key_missing",
    });
  });

  test("when the checkout's own cookie did not come back", async () => {
    client.cookies.delete("buyer");
    expect(await problem(await create())).toMatchObject({ status: 403, code: "cookies_blocked" });
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["another site", { "sec-fetch-site": "cross-site" }],
  ])("for a request from %s", async (_name, headers) => {
    const reply = await client.post(
      "/api/orders",
      { ...body, acceptedPrice },
      { "idempotency-key": randomUUID(), ...headers },
    );
    expect(await problem(reply)).toMatchObject({ status: 403, code: "cross_origin" });
  });

  test("B4: when the price is no longer the accepted one", async () => {
    const reply = await create({ acceptedPrice: { ...acceptedPrice, amount: "1.00" } });
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({
      code: "price_changed",
      more: { accepted: "1.00", actual: acceptedPrice.amount },
    });
  });

  test("when the brand is not the one that was chosen", async () => {
    const lines = [{ ...body.lines[0], brandId: "11111111-1111-4111-8111-111111111111" }];
    expect(await problem(await create({ lines }))).toMatchObject({
      status: 409,
      code: "brand_changed",
    });
  });

  test("for a denomination that is not sold, and names the line", async () => {
    const lines = [{ ...body.lines[0], denomination: "21 USD" }];
    const { status, problems } = await problem(await create({ lines }));
    expect(status).toBe(422);
    expect(problems?.[0]).toMatchObject({ scope: "line", line: 0 });
  });

  test("with a refund address of another network, which is said at its field", async () => {
    const { status, problems } = await problem(
      await create({ refundAddress: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa" }),
    );
    expect(status).toBe(422);
    expect(problems).toMatchObject([{ code: "invalid_refund_address", field: "refund" }]);
  });

  test("when upstream cannot be asked", async () => {
    await fault({ endpoint: "validations", kind: "status", status: 503 });
    expect(await problem(await create())).toMatchObject({ code: "upstream_unavailable" });
  });

  test("B7: with fields that the interface does not know", async () => {
    expect((await create({ partner: "someone-else" })).status).toBe(400);
  });

  test("B13: with a body that is too large", async () => {
    expect((await create({ coupon: "x".repeat(200_000) })).status).toBe(413);
  });

  test("with a body of another type", async () => {
    const reply = await client.request("/api/orders", {
      method: "POST",
      body: {},
      headers: { "content-type": "text/plain", "idempotency-key": randomUUID() },
    });
    expect(reply.status).toBe(415);
  });
});

test("a refund address goes to upstream with the order and stands in its view", async () => {
  const refundAddress = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  const { order } = (await (await create({ refundAddress })).json()) as {
    order: { refundAddress?: string };
  };
  expect(order.refundAddress).toBe(refundAddress);
  const [made] = await upstream.orders();
  expect(made?.refund_wallet_address).toBe(refundAddress);
});

test("a refusal gives the key back", async () => {
  const key = randomUUID();
  await create({ acceptedPrice: { ...acceptedPrice, amount: "1.00" } }, key);
  expect((await create({}, key)).status).toBe(201);
});

test("a limit of upstream at creation is passed on with its wait, and gives the key back", async () => {
  const key = randomUUID();
  await fault({ endpoint: "orders", kind: "rate-limit", retryAfter: 7, times: 1 });
  const reply = await create({}, key);
  expect(reply.status).toBe(429);
  expect(reply.headers.get("retry-after")).toBe("7");
  forgetUpstream();
  expect((await create({}, key)).status).toBe(201);
});

test("B2: an answer that never came is an unknown outcome, and is never sent again", async () => {
  const key = randomUUID();
  await fault({ endpoint: "orders", kind: "drop-after-create", times: 1 });
  expect(await problem(await create({}, key))).toMatchObject({
    status: 504,
    code: "order_outcome_unknown",
  });
  expect(await problem(await create({}, key))).toMatchObject({ code: "order_outcome_unknown" });
  expect(await created()).toBe(1);
});

test("B2: an order is kept under its key before the ledger is written", async () => {
  const set = vi.spyOn(store(), "set");
  expect((await create()).status).toBe(201);
  const keys = set.mock.calls.map(([name]) => name.split(":").slice(0, 2).join(":"));
  set.mockRestore();
  expect(keys[0]).toMatch(/^order:/);
  expect(keys).toContain("guard:order");
});

test("B2: a store that bound the key and answered too late is no unknown outcome", async () => {
  const key = randomUUID();
  const real = store();
  const claim = real.claim.bind(real);
  const late = vi.spyOn(real, "claim").mockImplementation(async (name, value, ttl) => {
    const claimed = await claim(name, value, ttl);
    if (name.endsWith(":lock")) return claimed;
    late.mockRestore();
    throw new StoreError(new Error("Command timed out"));
  });
  expect(await problem(await create({}, key))).toMatchObject({
    status: 503,
    code: "store_unavailable",
  });
  expect(await created()).toBe(0);
  expect((await create({}, key)).status).toBe(201);
  expect(await created()).toBe(1);
});

test("B4: an order that came back dearer is held until the buyer accepts its price", async () => {
  await fault({ endpoint: "orders", kind: "price-drift", percent: 2, times: 1 });
  const { order } = (await (await create()).json()) as { order: { reference: string } };
  const path = `/api/orders/${order.reference}`;
  const held = (await (await client.request(path)).json()) as {
    phase: string;
    payment: { hold?: { reason: string; actual: string }; address?: string; amount?: string };
  };
  expect(held).toMatchObject({ phase: "on_hold", payment: { hold: { reason: "price_changed" } } });
  expect(held.payment.address).toBeUndefined();
  expect(held.payment.amount).toBeUndefined();

  const accepted = (await (await accept(client, path)).json()) as typeof held;
  expect(accepted.phase).toBe("awaiting_payment");
  expect(accepted.payment.amount).toBe(held.payment.hold?.actual);
});

test("F4: an order whose address is none of its network is never payable", async () => {
  await fault({ endpoint: "orders", kind: "bad-address", times: 1 });
  const { order } = (await (await create()).json()) as { order: { reference: string } };
  const path = `/api/orders/${order.reference}`;
  const text = await (await client.request(path)).text();
  const held = JSON.parse(text) as { phase: string; payment: { hold?: { reason: string } } };
  expect(held).toMatchObject({ phase: "on_hold", payment: { hold: { reason: "bad_address" } } });
  const [made] = await upstream.orders();
  expect(text).not.toContain(String(made?.wallet_address));
  expect((await accept(client, path)).status).toBe(409);
});

test("an order that came back as another product is never payable", async () => {
  await fault({ endpoint: "orders", kind: "wrong-echo", times: 1 });
  const { order } = (await (await create()).json()) as { order: { reference: string } };
  const path = `/api/orders/${order.reference}`;
  const held = (await (await client.request(path)).json()) as {
    payment: { hold?: { reason: string }; address?: string };
  };
  expect(held.payment.hold?.reason).toBe("wrong_echo");
  expect(held.payment.address).toBeUndefined();
  expect((await accept(client, path)).status).toBe(409);
});

test("the partner's headers and the buyer's own address go with the order", async () => {
  await create();
  const sent = (await upstream.log()).find(
    ({ method, path }) => method === "POST" && path === "/v5/orders",
  );
  expect(sent?.headers).toMatchObject({
    "x-cr-application": "partner-sentinel-4711",
    "x-forwarded-for": "203.0.113.7",
    "user-agent": "Buyer/1.0",
    "content-type": "application/json",
  });
});
