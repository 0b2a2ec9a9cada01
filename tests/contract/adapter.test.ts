import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as client from "@/lib/cryptorefills/client";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { problemsOf } from "@/lib/cryptorefills/problems";
import { openOrderStream } from "@/lib/cryptorefills/stream";
import { setTestEnv as configure } from "../support/test-env";
import { FIXED_LINE, orderRequest, validationRequest } from "./samples/requests";
import { asText, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();
const identity = {
  partnerId: "partner-4711",
  version: "1.2.3",
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0",
};

beforeAll(() => {
  configure({ API_URL: upstream.url() });
});

const price = {
  brand_name: "Example Stays",
  country_code: "US",
  face_value: "100",
  coin: "USDC",
};
const products = { country: "US", brand_name: "Pixelforge", coin: "USDC", lang: "en" };

/** Each call of the shop's adapter, under the name by which faults know its endpoint. */
const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  payment_vias: () => client.getPaymentVias(identity),
  brands: () => client.getBrands(identity, "AQ"),
  homepage: () => client.getHomepage(identity, "AQ"),
  products: () => client.getProducts(identity, products),
  price: () => client.getPrice(identity, price),
  validations: () => client.validateOrder(identity, validationRequest()),
  orders: () => client.createOrder(identity, orderRequest()),
};

async function failure(call: () => Promise<unknown>): Promise<UpstreamError> {
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error("the call was to fail with an UpstreamError", { cause: error });
}

describe.each(Object.entries(CALLS))("the shop's adapter on %s", (endpoint, call) => {
  beforeEach(() => upstream.clear());

  test("is accepted with its headers and reads the answer", async () => {
    await expect(call()).resolves.toBeDefined();
    expect((await upstream.stats()).refused).toBe(0);
  });

  test.each([
    ["garbage", "bad-response"],
    ["oversize", "bad-response"],
    ["redirect", "bad-response"],
  ])("calls %s a %s", async (kind, expected) => {
    await upstream.fault({ endpoint, kind });
    expect((await failure(call)).kind).toBe(expected);
    expect(await upstream.log()).toHaveLength(1);
  });

  test("hears when it is told to come back later, and does not come back at once", async () => {
    await upstream.fault({ endpoint, kind: "rate-limit", retryAfter: 7 });
    const error = await failure(call);
    expect(error).toMatchObject({ kind: "rate-limited", retryAfterSeconds: 7 });
    expect(await upstream.log()).toHaveLength(1);
  });

  test("asks again after a failure when it reads, and never when it writes", async () => {
    const writes = endpoint === "validations" || endpoint === "orders";
    await upstream.fault({ endpoint, kind: "status", status: 503, times: 1 });
    if (writes) expect((await failure(call)).kind).toBe("bad-response");
    else await expect(call()).resolves.toBeDefined();
    expect(await upstream.log()).toHaveLength(writes ? 1 : 2);
  });
});

test("a lost connection is unreachable, and a creation is then not sent again", async () => {
  await upstream.fault({ endpoint: "orders", kind: "drop-after-create" });
  const error = await failure(() => client.createOrder(identity, orderRequest()));
  expect(error).toMatchObject({ kind: "unreachable", notSent: false });
  expect((await upstream.stats()).orders).toBe(1);
});

test("a refused creation keeps upstream's word for it", async () => {
  const line = { ...FIXED_LINE, brand_name: "Openloop Prepaid", denomination: "25 USD" };
  const error = await failure(() => client.createOrder(identity, orderRequest([line])));
  expect(error.kind).toBe("refused");
  expect(problemsOf(error).map(({ code }) => code)).toEqual(["LOGIN_REQUIRED"]);
});

test("a suspended network is told from other refusals", async () => {
  const request = validationRequest([FIXED_LINE], { network: "Avalanche" });
  const error = await failure(() => client.validateOrder(identity, request));
  expect(error.kind).toBe("suspended");
  expect(problemsOf(error).map(({ code }) => code)).toEqual(["SUSPENDED_NETWORK"]);
});

test("an unknown order is not found", async () => {
  const error = await failure(() => client.getOrder(identity, "none"));
  expect(error.kind).toBe("not-found");
});

describe("the shop's stream of an order", () => {
  async function follow() {
    const order = await upstream.create();
    const heard: string[] = [];
    const stream = openOrderStream(identity, asText(order.order_id), {
      onOpen: () => heard.push("open"),
      onOrder: ({ order_state }) => heard.push(order_state),
      onStop: () => heard.push("stop"),
      onClose: (error) => heard.push(error ? "broken" : "closed"),
    });
    const hears = (expected: string[]) =>
      expect.poll(() => heard, { interval: 5, timeout: 3000 }).toEqual(expected);
    return { order, stream, hears };
  }

  test("hears every change and the stop, and then nothing more", async () => {
    const { order, hears } = await follow();
    await hears(["open", "WaitingForPayment"]);
    await upstream.move(order, "pay");
    await upstream.move(order, "deliver");
    await hears(["open", "WaitingForPayment", "PaymentReceived", "Done", "stop"]);
    await expect.poll(async () => (await upstream.stats()).openStreams).toBe(0);
  });

  test("notices that it was cut", async () => {
    await upstream.fault({ endpoint: "subscribe", kind: "cut", ms: 10 });
    const { hears } = await follow();
    await hears(["open", "WaitingForPayment", "broken"]);
  });

  test("notices that it was refused", async () => {
    await upstream.fault({ endpoint: "subscribe", kind: "rate-limit" });
    const { hears } = await follow();
    await hears(["broken"]);
  });

  test("ends upstream's socket when the shop closes it", async () => {
    const { stream, hears } = await follow();
    await hears(["open", "WaitingForPayment"]);
    stream.close();
    await expect.poll(async () => (await upstream.stats()).openStreams).toBe(0);
    await hears(["open", "WaitingForPayment"]);
  });
});
