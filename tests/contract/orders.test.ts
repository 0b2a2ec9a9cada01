import { describe, expect, test } from "vitest";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { order as orderSample } from "./samples/orders";
import { createRefused, loginRequired } from "./samples/problems";
import {
  BILL_LINE,
  BUYER,
  ESIM_LINE,
  FIXED_LINE,
  orderRequest,
  RANGE_LINE,
  TOP_UP_LINE,
} from "./samples/requests";
import { differences } from "./support/shape";
import { asList, asRecord, type Json, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

const NETWORKS: readonly (readonly [string, string, RegExp, (order: Json) => string])[] = [
  ["USDC", "Solana", /^[1-9A-HJ-NP-Za-km-z]{32,44}$/, ({ wallet_address }) => `${wallet_address}`],
  ["SOL", "Solana", /^[1-9A-HJ-NP-Za-km-z]{32,44}$/, ({ wallet_address }) => `${wallet_address}`],
  [
    "USDC",
    "Base",
    /^0x[0-9a-fA-F]{40}$/,
    ({ wallet_address }) => `ethereum:${wallet_address}@8453`,
  ],
  [
    "USDC",
    "Polygon (Matic)",
    /^0x[0-9a-fA-F]{40}$/,
    ({ wallet_address }) => `ethereum:${wallet_address}@137`,
  ],
  [
    "ETH",
    "ETH Mainnet",
    /^0x[0-9a-fA-F]{40}$/,
    ({ wallet_address }) => `ethereum:${wallet_address}@1`,
  ],
  ["USDT", "Tron", /^T[1-9A-HJ-NP-Za-km-z]{33}$/, ({ wallet_address }) => `${wallet_address}`],
  ["GRAM", "Ton", /^UQ[\w-]{46}$/, ({ wallet_address }) => `${wallet_address}`],
  [
    "BTC",
    "Mainnet",
    /^bc1q[02-9ac-hj-np-z]{38}$/,
    ({ wallet_address, coin_amount }) => `bitcoin:${wallet_address}?amount=${coin_amount}`,
  ],
  [
    "LTC",
    "Mainnet",
    /^ltc1q[02-9ac-hj-np-z]{38}$/,
    ({ wallet_address, coin_amount }) => `litecoin:${wallet_address}?amount=${coin_amount}`,
  ],
  [
    "BTC",
    "Lightning",
    /^lnbc\d+p1[02-9ac-hj-np-z]+$/,
    ({ wallet_address }) => `lightning:${wallet_address}`,
  ],
];

describe("POST /v5/orders", () => {
  test.each(NETWORKS)(
    "of %s on %s has the recorded shape, an address of the network, and its text for the QR code",
    async (coin, network, address, qr) => {
      const order = await upstream.create(orderRequest([FIXED_LINE], { coin, network }));
      expect(differences(order, orderSample)).toEqual([]);
      expect(order).toMatchObject({ coin, network });
      expect(order.wallet_address).toMatch(address);
      expect(order.qr_text).toBe(qr(order));
    },
  );

  test("the sample and every new order survive the shop's schema without losing a line", async () => {
    const lines = [FIXED_LINE, RANGE_LINE, TOP_UP_LINE, ESIM_LINE, BILL_LINE];
    const order = await upstream.create(orderRequest(lines));
    expect(differences(order, orderSample)).toEqual([]);
    for (const body of [orderSample, order]) {
      const parsed = orderSchema.parse(body);
      expect(parsed.deliveries).toHaveLength(asList(body.deliveries).length);
      expect(parsed).toMatchObject({
        created_at: Number(body.created_at),
        wallet_address: body.wallet_address,
        coin_amount: body.coin_amount,
        user: body.user,
      });
      for (const { deliverable } of parsed.deliveries) {
        expect(deliverable.brand_name).not.toBe("");
        expect(deliverable.denomination).toBeDefined();
        expect(deliverable.coin_amount).toBeDefined();
      }
    }
  });

  test("a new order waits for a payment to a wallet that was just made", async () => {
    const order = await upstream.create();
    expect(order).toMatchObject({
      order_state: "WaitingForPayment",
      payment_state: "WalletCreated",
      sent_coin_amount: "0",
      user: { email: BUYER },
    });
    expect(asList(order.deliveries).map((line) => line.delivery_state)).toEqual([
      "WaitingForPayment",
    ]);
  });

  test("moments are epoch seconds as text", async () => {
    const before = Math.floor(Date.now() / 1000);
    const order = await upstream.create();
    for (const moment of [order.created_at, order.payment_requested_at, order.updated_at]) {
      expect(moment).toMatch(/^\d{10}$/);
      expect(Number(moment)).toBeGreaterThanOrEqual(before);
    }
  });

  test("amounts are text with the digits of the coin, the value in euros is a number", async () => {
    const bitcoin = await upstream.create(
      orderRequest([RANGE_LINE], { coin: "BTC", network: "Mainnet" }),
    );
    expect(bitcoin.coin_amount).toMatch(/^0\.\d{8}$/);
    expect(bitcoin.payment_value).toBe(92);
    const ether = await upstream.create(
      orderRequest([RANGE_LINE], { coin: "ETH", network: "ETH Mainnet" }),
    );
    expect(ether.coin_amount).toMatch(/^0\.\d{12,15}$/);
  });

  test("it costs what the validation said", async () => {
    const { body } = await upstream.post("/v5/orders/validations", orderRequest([RANGE_LINE]));
    const order = await upstream.create(orderRequest([RANGE_LINE]));
    expect(order.coin_amount).toBe(asRecord(body).coin_amount);
  });

  test("it names neither an expiry nor a memo", async () => {
    const keys = Object.keys(await upstream.create());
    expect(keys.filter((key) => /expir|until|deadline|memo|tag/.test(key))).toEqual([]);
  });

  test("network names are found whatever the case of their letters, and come back as listed", async () => {
    const order = await upstream.create(orderRequest([FIXED_LINE], { network: "POLYGON (MATIC)" }));
    expect(order.network).toBe("Polygon (Matic)");
  });

  test.each([
    ["USDC", "Polygon (Matic)", "USDC-MATIC", "POLYGON_LIKE"],
    ["USDC", "Solana", "USDC-SOLANA", "SOLANA_LIKE"],
    ["BTC", "Lightning", "BTC-LIGHTNING", "LIGHTNING_LIKE"],
    ["BTC", "Mainnet", "BTC", undefined],
  ])("%s on %s is labelled %s", async (coin, network, label, protocol) => {
    const order = await upstream.create(orderRequest([FIXED_LINE], { coin, network }));
    expect(order.payment_method).toBe(label);
    expect(order.payment_method_protocol).toBe(protocol);
  });

  test("a refund address can be given when an order is made, and never later", async () => {
    const refund_wallet_address = "So1anaRefundAddressInvented";
    const order = await upstream.create({ ...orderRequest(), refund_wallet_address });
    expect(order.refund_wallet_address).toBe(refund_wallet_address);
    expect((await upstream.create()).refund_wallet_address).toBeNull();
    for (const method of ["PATCH", "PUT"]) {
      const answer = await upstream.send(
        method,
        `/v5/orders/${order.order_id}`,
        { "content-type": "application/json" },
        { body: { refund_wallet_address: "other" } },
      );
      expect(answer.status).toBe(404);
    }
  });

  test("the e-mail address may stand in the user alone", async () => {
    const { email: _email, ...request } = orderRequest();
    expect((await upstream.create(request)).user).toEqual({ email: BUYER });
  });

  test("the same request twice makes two orders: there is no idempotency", async () => {
    const first = await upstream.create();
    const second = await upstream.create();
    expect(second.order_id).not.toBe(first.order_id);
    expect(second.wallet_address).not.toBe(first.wallet_address);
    expect((await upstream.stats()).orders).toBe(2);
  });

  test("what a validation would list is refused here, with the first of it", async () => {
    const answer = await upstream.post("/v5/orders", {
      ...orderRequest(),
      email: "limit@example.com",
    });
    expect(answer.status).toBe(422);
    expect(differences(answer.body, createRefused)).toEqual([]);
    expect((await upstream.stats()).orders).toBe(0);
  });

  test("e-money is refused with the words of the validation", async () => {
    const line = { ...FIXED_LINE, brand_name: "Openloop Prepaid", denomination: "25 USD" };
    const answer = await upstream.post("/v5/orders", orderRequest([line]));
    expect(answer.status).toBe(422);
    expect(differences(answer.body, loginRequired)).toEqual([]);
  });

  test("without a network, or without a price, no order is made", async () => {
    const { network: _network, ...payment } = orderRequest().payment;
    expect((await upstream.post("/v5/orders", { ...orderRequest(), payment })).status).toBe(400);
    const line = { ...FIXED_LINE, brand_name: "Quietshelf Books", denomination: "25 USD" };
    expect(await upstream.post("/v5/orders", orderRequest([line]))).toMatchObject({
      status: 422,
      body: { detail: "ORDER_CREATE_ERROR" },
    });
    expect((await upstream.stats()).orders).toBe(0);
  });
});

describe("GET /v5/orders/{id}", () => {
  test("answers with the object that the creation sent", async () => {
    const order = await upstream.create();
    expect(await upstream.read(`/v5/orders/${order.order_id}`)).toEqual(order);
  });

  test("needs no more than the id, whoever asks", async () => {
    const order = await upstream.create();
    const answer = await upstream.send("GET", `/v5/orders/${order.order_id}`, {
      "x-cr-application": "somebody-else",
      "x-cr-version": "9",
      "x-forwarded-for": "198.51.100.1",
      "user-agent": "other",
      "content-type": "application/json",
    });
    expect(answer.body).toEqual(order);
  });

  test("knows no order by another id", async () => {
    const answer = await upstream.get("/v5/orders/0f000000-0000-4000-8000-0000000000aa");
    expect(answer.status).toBe(404);
  });

  test("there is no list of orders", async () => {
    expect((await upstream.get("/v5/orders")).status).toBe(404);
  });
});
