import { describe, expect, test } from "vitest";
import { isAddressOf } from "@/lib/payment/address-check";
import { networkOf } from "@/lib/payment/networks";
import { orderRequest, RANGE_LINE, validationRequest } from "./samples/requests";
import { openStream } from "./support/read-stream";
import { asList, asRecord, type Json, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

type Call = () => Promise<{ status: number; body: unknown; headers: Headers }>;

const CALLS: Readonly<Record<string, Call>> = {
  payment_vias: () => upstream.get("/v3/payment_vias"),
  currencies: () => upstream.get("/v3/currencies"),
  brands: () => upstream.get("/v2/brands?country_code=AQ"),
  homepage: () => upstream.get("/v2/homepage?country_code=AQ"),
  products: () => upstream.get("/v5/products/country/US?brand_name=Pixelforge&coin=USDC"),
  price: () =>
    upstream.get(
      "/v4/products/price?brand_name=Example+Stays&country_code=US&face_value=100&coin=USDC",
    ),
  validations: () => upstream.post("/v5/orders/validations", validationRequest()),
  orders: () => upstream.post("/v5/orders", orderRequest()),
  order: () => upstream.get("/v5/orders/none"),
};
const callOf = (endpoint: string): Call => CALLS[endpoint] ?? Promise.reject.bind(Promise);
const healthy = (endpoint: string) =>
  endpoint === "order" ? 404 : endpoint === "orders" ? 201 : 200;

describe.each(Object.keys(CALLS))("on %s", (endpoint) => {
  const call = callOf(endpoint);
  const fault = (body: Json) => upstream.fault({ endpoint, ...body });

  test("status answers with that status, and gives the request away in its body", async () => {
    await fault({ kind: "status", status: 503 });
    const { status, body } = await call();
    expect(status).toBe(503);
    const sent = asRecord(body).request;
    expect(sent === undefined).toBe(!["validations", "orders"].includes(endpoint));
  });

  test("rate-limit answers 429 and says when to come back", async () => {
    await fault({ kind: "rate-limit", retryAfter: 7 });
    const { status, headers } = await call();
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("7");
  });

  test("garbage answers 200 with what is no JSON", async () => {
    await fault({ kind: "garbage" });
    const { status, body, headers } = await call();
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(body).toBe("<html>not json");
  });

  test("reset cuts the connection before any answer", async () => {
    await fault({ kind: "reset" });
    await expect(call()).rejects.toThrow("fetch failed");
  });

  test("redirect sends the caller elsewhere", async () => {
    await fault({ kind: "redirect" });
    const { status, headers } = await call();
    expect(status).toBe(302);
    expect(headers.get("location")).toBe("http://127.0.0.1:9/elsewhere");
  });

  test("delay answers as ever, but later", async () => {
    await fault({ kind: "delay", ms: 80 });
    const start = performance.now();
    expect((await call()).status).toBe(healthy(endpoint));
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });

  test("a fault hits as many calls as it was told, and no other endpoint", async () => {
    await fault({ kind: "status", status: 500, times: 2 });
    for (const [other, callOther] of Object.entries(CALLS)) {
      if (other !== endpoint) expect((await callOther()).status, other).toBe(healthy(other));
    }
    expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([
      500,
      500,
      healthy(endpoint),
    ]);
  });

  test("hang never answers", async () => {
    await fault({ kind: "hang", times: 1 });
    const outcome = await Promise.race([
      call().then(() => "answered"),
      new Promise((resolve) => setTimeout(() => resolve("silent"), 60)),
    ]);
    expect(outcome).toBe("silent");
    expect((await call()).status).toBe(healthy(endpoint));
  });
});

test("oversize answers with more than eight mebibytes of valid JSON", async () => {
  await upstream.fault({ endpoint: "payment_vias", kind: "oversize" });
  const { status, body } = await upstream.get("/v3/payment_vias");
  expect(status).toBe(200);
  expect(JSON.stringify(asItems(body)).length).toBeGreaterThan(8 * 1024 * 1024);
});

function asItems(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw new Error("no list");
  return body;
}

test("a fault without endpoint hits all of them, until faults are cleared", async () => {
  await upstream.fault({ kind: "status", status: 500 });
  for (const [endpoint, call] of Object.entries(CALLS)) {
    expect((await call()).status, endpoint).toBe(500);
  }
  await upstream.clear();
  for (const [endpoint, call] of Object.entries(CALLS)) {
    expect((await call()).status, endpoint).toBe(healthy(endpoint));
  }
});

test("what is on can be read", async () => {
  await upstream.fault({ endpoint: "price", kind: "delay", ms: 5, times: 3 });
  const { body } = await upstream.send("GET", "/__control/faults", {});
  expect(body).toEqual([expect.objectContaining({ endpoint: "price", kind: "delay", times: 3 })]);
});

test.each([
  ["an unknown fault", { endpoint: "price", kind: "slow" }],
  ["an unknown endpoint", { endpoint: "prices", kind: "delay" }],
])("%s is refused, so that no test passes by a slip of the pen", async (_name, body) => {
  expect((await upstream.fault(body)).status).toBe(400);
  expect((await upstream.send("GET", "/__control/faults", {})).body).toEqual([]);
});

describe("on the creation of an order", () => {
  test("price-drift makes the order dearer than its validation, in digits that the coin has", async () => {
    const payment = { coin: "BTC", network: "Mainnet" };
    const { body } = await upstream.post(
      "/v5/orders/validations",
      validationRequest([RANGE_LINE], payment),
    );
    await upstream.fault({ endpoint: "orders", kind: "price-drift", percent: 2 });
    const order = await upstream.create(orderRequest([RANGE_LINE], payment));
    const ratio = Number(order.coin_amount) / Number(asRecord(body).coin_amount);
    expect(ratio).toBeCloseTo(1.02, 4);
    expect(order.coin_amount).toMatch(/^0\.\d{1,8}$/);
  });

  test("wrong-echo answers with another denomination than was asked for, here and in a validation", async () => {
    await upstream.fault({ kind: "wrong-echo" });
    const { body } = await upstream.post("/v5/orders/validations", validationRequest());
    for (const answer of [asRecord(body), await upstream.create()]) {
      const [line] = asList(answer.deliveries);
      expect(asRecord(line?.deliverable).denomination).toBe("999 USD");
    }
  });

  test("bad-address cuts the address of an order short, in its text and its QR code", async () => {
    await upstream.fault({ endpoint: "orders", kind: "bad-address", times: 1 });
    const [bad, good] = [await upstream.create(), await upstream.create()];
    const format = networkOf(String(good.coin), String(good.network)).format;
    expect(isAddressOf(format, String(good.wallet_address))).toBe(true);
    expect(isAddressOf(format, String(bad.wallet_address))).toBe(false);
    expect(String(bad.qr_text)).toContain(String(bad.wallet_address));
    expect(String(bad.qr_text)).not.toContain(String(good.wallet_address));
  });

  test("drop-after-create loses the answer, not the order", async () => {
    await upstream.fault({ endpoint: "orders", kind: "drop-after-create", times: 1 });
    await expect(upstream.create()).rejects.toThrow("fetch failed");
    expect((await upstream.stats()).orders).toBe(1);
  });
});

describe("on a stream", () => {
  test("stall opens it and says nothing, whatever happens", async () => {
    await upstream.fault({ endpoint: "subscribe", kind: "stall" });
    const order = await upstream.create();
    const stream = await openStream(upstream.url(), order.order_id);
    expect(stream.status).toBe(200);
    await upstream.move(order, "deliver");
    expect([stream.text(), stream.end()]).toEqual(["", "open"]);
    await stream.close();
  });

  test("cut breaks it off after the first event, and the next one lasts", async () => {
    await upstream.fault({ endpoint: "subscribe", kind: "cut", ms: 20, times: 1 });
    const order = await upstream.create();
    const stream = await openStream(upstream.url(), order.order_id);
    await stream.events(1);
    expect(await stream.closed()).toBe("broken");
    const next = await openStream(upstream.url(), order.order_id);
    await next.events(1);
    await upstream.move(order, "pay");
    await next.events(2);
    await next.close();
  });

  test("stop ends it although the order goes on", async () => {
    await upstream.fault({ endpoint: "subscribe", kind: "stop" });
    const order = await upstream.create();
    const stream = await openStream(upstream.url(), order.order_id);
    expect((await stream.events(2))[1]).toBe("event: stop\ndata: {}");
    expect(await stream.closed()).toBe("ended");
    expect((await upstream.move(order, "pay")).order_state).toBe("PaymentReceived");
  });

  test.each([
    ["status", 502],
    ["rate-limit", 429],
  ])("%s refuses it", async (kind, status) => {
    await upstream.fault({ endpoint: "subscribe", kind, status: 502 });
    const order = await upstream.create();
    const stream = await openStream(upstream.url(), order.order_id);
    expect(stream.status).toBe(status);
    await stream.close();
  });
});
