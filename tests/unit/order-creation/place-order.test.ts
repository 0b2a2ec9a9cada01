import { beforeEach, describe, expect, test, vi } from "vitest";
import { readBrand } from "@/lib/catalog/read-brand";
import { readPaymentMethods } from "@/lib/catalog/read-payment-methods";
import type { PaymentMethod } from "@/lib/contract/catalog";
import { openReference } from "@/lib/order-access/reference";
import { placeOrder } from "@/lib/order-creation/create-order";
import { readOrder } from "@/lib/order-stream/read-order";
import { bodyOf, fixed, line, pageOf, shop } from "../../support/order-lines";
import { rawDelivery, rawOrder } from "../../support/upstream-order";
import { type Answer, buyer, says, stubUpstream } from "../../support/upstream-stub";

vi.mock("@/lib/catalog/read-brand");
vi.mock("@/lib/catalog/read-payment-methods");

const upstream = stubUpstream();
const VALIDATION = "POST /v5/orders/validations";
const CREATION = "POST /v5/orders";
const ORDER_ID = "0f000000-0000-4000-8000-0000000000aa";

let validation: Record<string, unknown>;
let creation: Answer;
const bind = vi.fn(async () => {});

beforeEach(() => {
  vi.mocked(readPaymentMethods).mockResolvedValue([{ coin: "USDC" }] as PaymentMethod[]);
  vi.mocked(readBrand).mockResolvedValue(pageOf([fixed]));
  bind.mockClear();
  validation = { coin: "USDC", coin_amount: "100", deliveries: [rawDelivery()] };
  creation = says(200, rawOrder({ coin_amount: "100" }));
  upstream.answer = (request, response) =>
    request.url === "/v5/orders"
      ? creation(request, response)
      : says(200, validation)(request, response);
});

const place = (amount = "100", coin = "USDC") =>
  placeOrder(shop, { ...bodyOf([line()]), acceptedPrice: { amount, coin } }, buyer, bind);

async function placed() {
  const result = await place();
  if (result.kind !== "created") throw new Error(`an order was expected, not ${result.kind}`);
  const grant = openReference(shop.id, result.reference);
  if (!grant) throw new Error("the reference was to open");
  return grant;
}

test("an order is checked, then bound, then sent: once each, with the same content", async () => {
  bind.mockImplementationOnce(async () => {
    expect(upstream.asked()).toEqual([VALIDATION]);
  });
  const grant = await placed();
  expect(upstream.asked()).toEqual([VALIDATION, CREATION]);
  expect(bind).toHaveBeenCalledTimes(1);
  expect(upstream.bodies[1]).toBe(upstream.bodies[0]);
  expect(grant).toMatchObject({ orderId: ORDER_ID, acceptedTotal: "100", wrongEcho: false });
  expect(grant.addressMatches("So1anaAddre55")).toBe(true);
  expect(grant.addressMatches("another")).toBe(false);
});

test("the page of a new order finds it without asking upstream again", async () => {
  await placed();
  expect((await readOrder(shop.id, ORDER_ID, buyer)).coin_amount).toBe("100");
  expect(upstream.requests).toHaveLength(2);
});

describe("the price is", () => {
  test.each(["100.5", "100.4", "98", "0.01"])("taken when it is now %s for 100", async (now) => {
    validation.coin_amount = now;
    expect((await place()).kind).toBe("created");
  });

  test("refused when it is more than half a per cent dearer, and nothing is sent", async () => {
    validation.coin_amount = "100.500001";
    expect(await place()).toEqual({
      kind: "refused",
      refusal: { code: "price_changed", accepted: "100", actual: "100.500001", coin: "USDC" },
    });
    expect(upstream.asked()).toEqual([VALIDATION]);
    expect(bind).not.toHaveBeenCalled();
  });

  test("refused when it was accepted in another coin", async () => {
    expect(await place("100", "BTC")).toMatchObject({ refusal: { code: "price_changed" } });
  });
});

describe("an order that echoes something else can never be paid:", () => {
  test.each([
    ["another coin", { coin: "USDT" }],
    ["another network", { network: "Base" }],
    ["another denomination", { deliveries: [rawDelivery({ denomination: "10 USD" })] }],
    ["another brand", { deliveries: [rawDelivery({ brand_name: "Parcelport" })] }],
    ["another recipient", { deliveries: [rawDelivery({ beneficiary_account: "b@example.com" })] }],
    ["no line", { deliveries: [] }],
  ])("%s", async (_name, more) => {
    creation = says(200, rawOrder(more));
    expect((await placed()).wrongEcho).toBe(true);
  });

  test("but the case of a network's name is no difference", async () => {
    creation = says(200, rawOrder({ network: "SOLANA" }));
    expect((await placed()).wrongEcho).toBe(false);
  });
});

describe("after it was sent", () => {
  test.each<[string, Answer, object]>([
    ["a refusal", says(422, { detail: "OUT_OF_STOCK" }), { code: "order_refused" }],
    ["an address that is not there", says(404, {}), { code: "order_refused" }],
    [
      "a limit",
      says(429, {}, { "retry-after": "7" }),
      { code: "too_many_requests", retryAfterSeconds: 7 },
    ],
  ])("%s proves that there is no order", async (_name, answer, refusal) => {
    creation = answer;
    expect(await place()).toMatchObject({ kind: "refused", refusal });
  });

  test.each<[string, Answer]>([
    ["a failure", says(500, {})],
    ["a gateway that gave up", says(504, {})],
    ["a request that took too long", says(408, {})],
    ["an answer that cannot be read", says(200, "{oops")],
    ["an order without an amount", says(200, rawOrder({ coin_amount: null }))],
    ["a redirect", says(302, "", { location: "/" })],
    ["a lost connection", (request) => request.socket.destroy()],
  ])("%s leaves the outcome unknown, and it is not sent again", async (_name, answer) => {
    creation = answer;
    expect(await place()).toEqual({ kind: "outcome_unknown" });
    expect(upstream.asked().filter((asked) => asked === CREATION)).toHaveLength(1);
  });
});

test("a check that could not be made is a failure, not an unknown outcome", async () => {
  upstream.answer = says(503, {});
  await expect(place()).rejects.toMatchObject({ endpoint: "validations" });
  expect(bind).not.toHaveBeenCalled();
});
