import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readJson } from "@/lib/http/read-json";
import { type Body, giftCard, lineFor, priceOf } from "../support/order-bodies";
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

const create = (change: object = {}) =>
  client.post(
    "/api/orders",
    { ...body, acceptedPrice, ...change },
    { "idempotency-key": randomUUID() },
  );
const posted = async (path: string) =>
  (await upstream.log()).filter((entry) => entry.method === "POST" && entry.path === path);
const onLine = (change: object) => ({ lines: [{ ...body.lines[0], ...change }] });

describe("B6: a brand is sold in its own country only:", () => {
  test.each(["DE", "TR"])("an order for %s is refused and nothing is asked", async (country) => {
    const before = (await posted("/v5/orders/validations")).length;
    const reply = await create(onLine({ country }));
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: "brand_changed" });
    expect(await posted("/v5/orders/validations")).toHaveLength(before);
    expect(await posted("/v5/orders")).toHaveLength(0);
  });

  test("a denomination of another country's brand of the same name is none", async () => {
    const german = await lineFor(client, "pixelforge", { country: "DE", denomination: "20 USD" });
    const reply = await create({ lines: [german] });
    expect(await reply.json()).toMatchObject({
      code: "order_refused",
      problems: [{ code: "not_available_product", line: 0 }],
    });
    expect(await posted("/v5/orders")).toHaveLength(0);
  });
});

describe("B7: nothing but what the interface names reaches upstream:", () => {
  test.each<[string, object]>([
    ["a price of one's own", { coin_amount: "0.01" }],
    ["an address of one's own", { wallet_address: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" }],
    ["upstream's own user", { user: { has_accepted_newsletter: true } }],
    ["a prototype", JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}') as object],
  ])("%s is refused", async (_name, extra) => {
    expect((await create(extra)).status).toBe(400);
    expect((await create(onLine(extra))).status).toBe(400);
    expect(await posted("/v5/orders")).toHaveLength(0);
  });

  test("the body of an order is made anew on the server, word for word", async () => {
    expect((await create()).status).toBe(201);
    const [sent] = await posted("/v5/orders");
    expect(sent?.body).toEqual({
      deliveries: [
        {
          brand_name: "Pixelforge",
          country_code: "US",
          denomination: "20 USD",
          beneficiary_account: "buyer@example.com",
        },
      ],
      email: "buyer@example.com",
      lang: "en",
      payment: { type: "via", coin: "USDC", network: "Base", payment_via: body.payment.via },
      user: { email: "buyer@example.com", has_accepted_newsletter: false },
    });
  });
});

describe("B11: only a whole order has a page to pay on; there is none after", () => {
  const sound = { coin: "USDC", network: "Base", order_state: "WaitingForPayment" };
  test.each<[string, object]>([
    ["an answer without an id", { ...sound, coin_amount: "20", wallet_address: "0x1" }],
    ["an answer of problems alone", { problems: [{ problem: "OUT_OF_STOCK" }], order_id: null }],
    ["an empty answer", {}],
  ])("%s", async (_name, answer) => {
    await upstream.control("POST", "next", { endpoint: "orders", status: 201, body: answer });
    const reply = await create();
    expect(reply.status).toBe(504);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  test.each<[string, object]>([
    ["no amount", { coin_amount: null }],
    ["an amount of nothing", { coin_amount: "0" }],
    ["no address", { wallet_address: null }],
  ])("an order with %s shows nothing to pay", async (_name, change) => {
    expect((await create()).status).toBe(201);
    const [made] = await upstream.orders();
    const answer = { ...made, order_id: randomUUID(), ...change };
    await upstream.control("POST", "next", { endpoint: "orders", status: 201, body: answer });
    const reply = await create();
    const { order } = (await reply.json()) as { order?: { payment?: Record<string, unknown> } };
    expect([order?.payment?.uri, order?.payment?.address && order?.payment?.amount]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

test("B13: ten megabytes are given up at the limit, with nothing kept of them", async () => {
  let pulled = 0;
  const chunk = new Uint8Array(64 * 1024).fill(32);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += chunk.length;
      if (pulled > 10 * 1024 * 1024) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const request = new Request("http://localhost:3000/api/orders", {
    method: "POST",
    body: stream,
    headers: { "content-type": "application/json" },
    duplex: "half",
  } as RequestInit);
  await expect(readJson(request)).rejects.toMatchObject({ code: "body_too_large" });
  expect(pulled).toBeLessThan(1024 * 1024);
});
